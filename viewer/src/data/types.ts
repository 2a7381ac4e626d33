// The page's data as the build writes it; docs/page.md describes each key. Lists refer to each other by position.

export type Language = "ko" | "en";
export type Labels = Partial<Record<Language, string>>;
export type Position = number; // in one of the lists

/** What the first view needs. */
export interface Core {
  format: string;
  title: string;
  language: Language;
  statuses: string[];
  symmetric: string[]; // relations that hold both ways
  labels: Record<Language, Record<string, string>>;
  groups: Record<string, Labels>;
  documents: DocumentHead[];
  entities: Entity[];
  graph: Graph;
}

export interface DocumentHead {
  id: string;
  title: string | null;
  language: string;
  published: string | null;
  author: string | null;
  publisher: string | null;
  source: string | null;
  block: number; // of the texts, in which its own stands
  original: Position; // the first document of the same text; most often itself
  names: Position[]; // the entities that it names
}

export interface Entity {
  id: string;
  type: string;
  name: string;
  names: Labels; // preferred names by language, where they are known
  aliases: string[];
  sameAs: string[];
  groups: Membership[];
}

/** A group that an entity belongs to, and the statements that lead there. */
export interface Membership {
  group: string;
  chain: Position[];
  gazetteer: Position | null;
}

export interface Graph {
  nodes: GraphNode[];
  edges: GraphEdge[];
  bands: Band[];
  clusters: Cluster[];
  claim: string; // the relation of the founding question, drawn in the accent colour
}

export interface GraphNode {
  id: Position; // of its entity
  label: string; // as it is broken into lines
  shape: string;
  degree: number;
  rank: number; // 0 is the best connected
  x: number;
  y: number;
  grouped: [number, number]; // where it stands when groups are apart
  cluster: Position | null;
}

export interface GraphEdge {
  id: Position;
  from: Position;
  to: Position;
  status: string;
  predicates: string[];
  statements: Position[];
  claim: boolean;
  directed: boolean;
  lane: number; // of several edges between the same two
}

/** The strip of the canvas in which a group stands when groups are apart. */
export interface Band {
  group: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A community of a large graph: a disc that holds either further clusters or nodes. */
export interface Cluster {
  parent: Position | null;
  group: string;
  size: number;
  names: Position[];
  x: number;
  y: number;
  grouped: [number, number];
  radius: number;
}

export interface Facts {
  statements: Statement[];
  conflicts: Conflict[];
}

export interface Statement {
  id: string;
  subject: Position;
  predicate: string;
  object: Position;
  status: string;
  qualifiers: Record<string, string>;
  speaker: Position | null;
  confidence: number;
  evidence: Evidence[];
}

/** A place in a text; or, where the text does not hold it, the quote alone. */
export interface Evidence {
  document: Position | null;
  start: number;
  end: number;
  quote?: string;
}

/** Statements that cannot all be true, or of which one came after the other. */
export interface Conflict {
  kind: string;
  statements: Position[];
}

/** A document's text; spans count code points. */
export interface Text {
  text: string;
  body: [number, number][];
  mentions: [start: number, end: number, entity: Position][];
}
