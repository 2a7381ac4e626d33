// The editor of the query: CodeMirror with the grammar of SPARQL.

import { autocompletion, closeBrackets, closeBracketsKeymap, type CompletionSource } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { sparql } from "codemirror-lang-sparql";
import type { Page } from "../page.ts";
import { text } from "../words.ts";
import { wordAt } from "./position.ts";
import { phrases } from "./words.ts";

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, class: "keyword" }, { tag: tags.variableName, class: "variable" }, { tag: tags.comment, class: "comment" },
  { tag: [tags.string, tags.annotation], class: "string" }, { tag: [tags.integer, tags.float, tags.bool], class: "number" },
  { tag: [tags.namespace, tags.url], class: "iri" },
]);

export class Editor {
  private readonly view: EditorView;

  /** `changed` is called whenever the text is another. */
  constructor(parent: HTMLElement, page: Page, sources: readonly CompletionSource[], changed: () => void) {
    const spoken = new Compartment();
    const inWords = (): Extension => [
      EditorState.phrases.of(phrases(page.language)), EditorView.contentAttributes.of({ "aria-label": text(page.language, "editor") }),
    ];
    const changes = EditorView.updateListener.of(({ docChanged }) => docChanged && changed());
    this.view = new EditorView({ parent, extensions: [behaviour(sources), changes, spoken.of(inWords())] });
    page.watch(() => this.view.dispatch({ effects: spoken.reconfigure(inWords()) }));
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  set text(value: string) {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: value }, selection: { anchor: 0 } });
  }

  /** Puts a text in the place of what is selected, and the cursor after it. */
  insert(value: string): void {
    this.view.dispatch(this.view.state.replaceSelection(value), { userEvent: "input.complete", scrollIntoView: true });
    this.view.focus();
  }

  /** Marks the word at a line and column, from 1, with what is wrong there. */
  mark(line: number, column: number, message: string): void {
    const range = wordAt(this.text, line, column);
    this.view.dispatch(setDiagnostics(this.view.state, [{ ...range, severity: "error", message }]));
    this.view.dispatch({ effects: EditorView.scrollIntoView(range.from) });
  }

  unmark(): void {
    this.view.dispatch(setDiagnostics(this.view.state, []));
  }

  focus(): void {
    this.view.focus();
  }

  /** Moves the cursor to a line and column, from 1. */
  go(line: number, column: number): void {
    this.view.dispatch({ selection: { anchor: wordAt(this.text, line, column).from }, scrollIntoView: true });
    this.view.focus();
  }
}

function behaviour(sources: readonly CompletionSource[]): Extension {
  // The policy of the page lets styles in that carry its nonce.
  const nonce = document.querySelector<HTMLElement>("script[nonce]")?.nonce ?? "";
  return [
    EditorView.cspNonce.of(nonce), lineNumbers(), lintGutter(), history(), bracketMatching(), closeBrackets(), EditorView.lineWrapping,
    sparql(), syntaxHighlighting(COLOURS), autocompletion({ override: sources, icons: false, optionClass: ({ type }) => `of-${type}` }),
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap]),
  ];
}
