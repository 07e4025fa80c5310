// Reads a Mermaid diagram from standard input with Mermaid's own parser; what it does not take is an error.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<!DOCTYPE html><body></body>");
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import("mermaid");

const text = readFileSync(0, "utf8");
try {
  const { diagramType } = await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  // What it has understood, for whoever compares that with what was meant. Until a label is drawn, characters that are given
  // by their numbers stand between signs of Mermaid's own, which it makes HTML of wherever they stand.
  const html = (text) => text.replace(/ﬂ°°/g, "&#").replace(/ﬂ°/g, "&").replace(/¶ß/g, ";");
  const label = (text) => html(text).replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)));
  const vertices = [...db.getVertices().values()].map(({ id, text }) => ({ id, text: label(text) }));
  const edges = db.getEdges().map(({ start, end, text, stroke }) => ({ start, end, text: label(text), stroke }));
  console.log(JSON.stringify({ diagramType, vertices, edges }));
} catch (error) {
  console.error(error.message ?? error);
  process.exitCode = 1;
}
