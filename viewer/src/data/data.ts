// What the page knows: the lists of the build, and the indexes over them.

import type { Brokers } from "./brokers.ts";
import { section } from "./sections.ts";
import type { Core, DocumentHead, Entity, Evidence, Facts, Graph, GraphEdge, GraphNode, Position, Statement, Text } from "./types.ts";

export class Data {
  readonly documents: DocumentHead[];
  readonly entities: Entity[];
  readonly graph: Graph;
  readonly statements: Statement[];
  readonly nodeOf: Map<Position, GraphNode>;
  /** The edge that draws a statement. */
  readonly edgeOf: GraphEdge[] = [];
  /** The statements in which an entity is subject or object. */
  readonly factsOf: Position[][];
  /** The documents that name an entity. */
  readonly namedIn: Position[][];
  private readonly texts: (Text | undefined)[] = [];
  private readonly blocks: Promise<void>[] = [];
  /** The ranking of brokers; null where the page was made without, undefined until `ranked` has been awaited. */
  brokers: Brokers | null | undefined;
  private ranking: Promise<void> | undefined;

  constructor(readonly core: Core, readonly facts: Facts) {
    this.documents = core.documents;
    this.entities = core.entities;
    this.graph = core.graph;
    this.statements = facts.statements;
    this.nodeOf = new Map(this.graph.nodes.map((node) => [node.id, node]));
    for (const edge of this.graph.edges) for (const n of edge.statements) this.edgeOf[n] = edge;
    this.factsOf = this.entities.map(() => []);
    this.namedIn = this.entities.map(() => []);
    this.documents.forEach(({ names }, document) => names.forEach((n) => this.namedIn[n]!.push(document)));
    this.statements.forEach(({ subject, object }, n) => {
      this.factsOf[subject]!.push(n);
      if (object !== subject) this.factsOf[object]!.push(n);
    });
  }

  static async load(): Promise<Data> {
    const [core, facts] = await Promise.all([section<Core>("core"), section<Facts>("facts")]);
    return new Data(core, facts);
  }

  /** Makes `brokers` ready. */
  ranked(): Promise<void> {
    return (this.ranking ??= section<Brokers | null>("brokers").then((found) => void (this.brokers = found)));
  }

  /** Makes the texts of these documents ready for `text`, `slice` and `quote`. */
  async texted(documents: Iterable<Position | null>): Promise<void> {
    const wanted = new Set([...documents].filter((n) => n !== null).map((n) => this.documents[n]!.block));
    await Promise.all([...wanted].map((block) => (this.blocks[block] ??= this.readBlock(block))));
  }

  /** Documents whose texts the evidence of statements stands in. */
  documentsOf(statements: Iterable<Position>): (Position | null)[] {
    return [...statements].flatMap((n) => this.statements[n]!.evidence.map((evidence) => evidence.document));
  }

  /** A document's text; `texted` must have been awaited. */
  text(document: Position): Text {
    const text = this.texts[document];
    if (!text) throw new Error(`the text of document ${document} is not ready`);
    return text;
  }

  /** A part of a document's text, by code points. */
  slice(document: Position, start: number, end: number): string {
    const { text } = this.text(document);
    const points = this.points(document, text);
    return typeof points === "string" ? points.slice(start, end) : points.slice(start, end).join("");
  }

  /** The evidence that stands in a document, with its statement. */
  quotesIn(document: Position): { statement: Position; start: number; end: number }[] {
    this.quotes ??= this.gathered();
    return this.quotes[document]!;
  }

  /** The length of a document's text in code points. */
  length(document: Position): number {
    return this.points(document, this.text(document).text).length;
  }

  quote(evidence: Evidence): string {
    return evidence.document === null ? evidence.quote ?? "" : this.slice(evidence.document, evidence.start, evidence.end);
  }

  /** When a statement is said to hold, or was first published: an ISO date, shortened where less is known, or "". */
  date(n: Position): string {
    const { qualifiers, evidence } = this.statements[n]!;
    if (qualifiers["date"]) return qualifiers["date"];
    let earliest = "";
    for (const { document } of evidence) {
      const published = document === null ? null : this.documents[document]!.published;
      if (published && (!earliest || published < earliest)) earliest = published;
    }
    return earliest;
  }

  isClaim(n: Position): boolean {
    return this.statements[n]!.predicate === this.graph.claim;
  }

  private quotes: { statement: Position; start: number; end: number }[][] | undefined;
  private gathered(): { statement: Position; start: number; end: number }[][] {
    const found: { statement: Position; start: number; end: number }[][] = this.documents.map(() => []);
    this.statements.forEach(({ evidence }, statement) => {
      for (const { document, start, end } of evidence) if (document !== null) found[document]!.push({ statement, start, end });
    });
    return found;
  }

  private async readBlock(block: number): Promise<void> {
    const texts = await section<Record<string, Text>>(`texts-${block}`);
    for (const [document, text] of Object.entries(texts)) this.texts[Number(document)] = text;
  }

  // Spans count code points and JavaScript strings count UTF-16 units; they differ beyond the first plane.
  private readonly split = new Map<Position, string | string[]>();
  private points(document: Position, text: string): string | string[] {
    let points = this.split.get(document);
    if (points === undefined) {
      points = /[\ud800-\udfff]/.test(text) ? Array.from(text) : text;
      this.split.set(document, points);
    }
    return points;
  }
}
