import { startPlanTable } from './plan-table/start-plan-table.ts';

startPlanTable();
