/**
 * Where evidence for a criterion of 2018 can be used again under TT 57/2026. Made by the project, editable, no document of the
 * Ministry; a level under one set says nothing about a level under the other. The file is `standards/crosswalk-2018-2026.yaml`.
 */
export interface Crosswalk {
  title: string;
  status: string;
  statusNote: string;
  version: number;
  from: { set: string; criteria: number }[];
  to: { set: string; criteria: number; elements: number }[];
  counts: CrosswalkCounts;
  legend: Record<string, string | Record<string, string>>;
  caveats: string[];
  /** Elements that are principles of judging and need no evidence. */
  principles: ElementNote[];
  mappings: CriterionMapping[];
  coverage: CriterionCoverage[];
  /** Elements of the new set that no criterion of the old ones touches. */
  uncovered: ElementGap[];
  /** Elements that old evidence answers only in part. */
  partly: ElementGap[];
}

export interface CrosswalkCounts {
  mappings: number;
  links: number;
  relations: Record<Relation, number>;
  /** By id of the old set. */
  uncovered: Record<string, number>;
  partly: Record<string, number>;
}

export type Relation = 'same' | 'part' | 'related';

export interface CriterionMapping {
  /** Id of the old set. */
  set: string;
  criterion: string;
  title: string;
  /** The main receiver first. */
  to: MappingTarget[];
  note: string | null;
  unmapped: { indicators: string[]; reason: string } | null;
}

export interface MappingTarget {
  /** Id of the new set. */
  set: string;
  criterion: string;
  relation: Relation;
  /** Of the old criterion: "1a", or "2" for a level that is not divided. */
  indicators: string[];
  /** Of the new criterion: "1.2" is level 1, second element. */
  elements: string[];
  elementsPartial: string[];
  reason: string;
}

export interface CriterionCoverage {
  set: string;
  criterion: string;
  title: string;
  mandatory: boolean;
  /** Id of the old set. */
  from: string;
  reachedBy: Record<Relation, string[]>;
  elements: { counted: number; answered: number; partial: number; none: number };
}

export interface ElementNote {
  set: string;
  criterion: string;
  level: number;
  /** "2.5" */
  index: string;
  element: string;
}

export interface ElementGap extends ElementNote {
  /** Ids of the old sets it concerns. */
  from: string[];
  reason: string;
}
