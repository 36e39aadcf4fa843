import { startPlanTable } from './plan-table/start-plan-table.ts';
import { startSourceSide } from './plan-table/source-side.ts';

const table = startPlanTable();
if (table) startSourceSide(table);
