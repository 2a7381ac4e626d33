// Asks an endpoint by sparql-http-client and prints what it understood: `node ask.mjs URL`.
import { SimpleClient } from "sparql-http-client";
import StreamClient from "sparql-http-client/StreamClient.js";
import ParsingClient from "sparql-http-client/ParsingClient.js";

const endpointUrl = process.argv[2];
const parsing = new ParsingClient({ endpointUrl });
const rows = await parsing.query.select('SELECT ?s ?n { ?s skos:prefLabel ?n } ORDER BY ?n ?s', { operation: "postDirect" });
const truth = await parsing.query.ask('ASK { ?s skos:prefLabel "한빛바이오"@ko }', { operation: "postUrlencoded" });
const stream = new StreamClient({ endpointUrl });
let quads = 0;
for await (const _ of stream.query.construct("CONSTRUCT WHERE { ?s bg:bridges ?o }")) quads += 1;
const refused = await new SimpleClient({ endpointUrl }).query.select("SELECT * {");
console.log(JSON.stringify({ names: rows.map((row) => row.n.value), truth, quads, refused: refused.status }));
