import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { pythonLanguage } from '@codemirror/lang-python';
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  LanguageSupport,
  syntaxHighlighting,
} from '@codemirror/language';
import { EditorState, type Extension, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** CodeMirror, put together and dressed for this site. Fetched when the room has been drawn. */

/** Lines to mark: the one that runs next, the one that ran just now, the one to blame. */
export interface Lit {
  readonly next?: number | undefined;
  readonly just?: number | undefined;
  readonly blame?: number | undefined;
}

export interface Editor {
  /** Puts in another code, as a change that can be undone. */
  setCode(code: string): void;
  light(lit: Lit): void;
  /** Puts the cursor at a line and shows it. */
  goTo(line: number): void;
  focus(): void;
  destroy(): void;
}

interface Options {
  readonly parent: HTMLElement;
  readonly code: string;
  readonly label: string;
  /** Id of the text that tells how to leave it. */
  readonly describedBy: string;
  readonly onCode: (code: string) => void;
  readonly onKey: (what: 'run' | 'step' | 'check') => void;
}

const setLit = StateEffect.define<Lit>();

const litLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, change) {
    // What was marked may not be there any more.
    let now = change.docChanged ? Decoration.none : marks;
    for (const effect of change.effects) if (effect.is(setLit)) now = decorations(change.state, effect.value);
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorations(state: EditorState, { next, just, blame }: Lit): DecorationSet {
  const kinds = new Map<number, string>();
  for (const [line, kind] of [
    [just, 'lit-just'],
    [next, 'lit-next'],
    [blame, 'lit-blame'],
  ] as const) {
    if (line === undefined || line < 1 || line > state.doc.lines) continue;
    kinds.set(line, `${kinds.get(line) ?? ''} ${kind}`);
  }
  const builder = new RangeSetBuilder<Decoration>();
  for (const line of [...kinds.keys()].sort((a, b) => a - b)) {
    const { from } = state.doc.line(line);
    builder.add(from, from, Decoration.line({ class: kinds.get(line) ?? '' }));
  }
  return builder.finish();
}

/** Ink on paper: weight and slant tell what a word is; colours keep to what they mean on this site. */
const highlight = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.definitionKeyword, tags.controlKeyword], fontWeight: '700' },
  { tag: [tags.comment, tags.docString], color: 'var(--ink-soft)', fontStyle: 'italic' },
  { tag: tags.string, color: 'var(--plain-ink)' },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)], fontWeight: '700' },
]);

const theme = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--raised)', color: 'var(--ink)', fontSize: 'var(--code-size)' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--font-bytes)', lineHeight: '1.5', fontVariantLigatures: 'none' },
  '.cm-content': { caretColor: 'var(--ink)', paddingBlock: 'var(--s2)' },
  '.cm-line': { paddingInline: 'var(--s2)', borderInlineStart: '4px solid transparent' },
  '.cm-cursor': { borderInlineStart: '2px solid var(--ink)' },
  '.cm-gutters': {
    backgroundColor: 'var(--panel)',
    color: 'var(--ink-soft)',
    border: 'none',
    borderInlineEnd: '1px solid var(--line)',
  },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine:not(.lit-next, .lit-just, .lit-blame)': {
    backgroundColor: 'color-mix(in srgb, var(--hovered) 45%, transparent)',
  },
  '.cm-activeLineGutter': { backgroundColor: 'var(--selected)', color: 'var(--ink)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--marker)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--line-strong)',
  },
  // The line that runs next lies on its colour; the one that ran has only its edge.
  '.cm-line.lit-just': { borderInlineStart: '4px double var(--plain)' },
  '.cm-line.lit-next': { borderInlineStart: '4px solid var(--key)', backgroundColor: 'var(--key-fill)' },
  '.cm-line.lit-blame': { borderInlineStart: '4px solid var(--issue)', backgroundColor: 'var(--issue-fill)' },
});

export function createEditor({ parent, code, label, describedBy, onCode, onKey }: Options): Editor {
  const does = (what: 'run' | 'step' | 'check') => () => {
    onKey(what);
    return true;
  };
  const extensions: Extension[] = [
    lineNumbers(),
    highlightActiveLineGutter(),
    highlightActiveLine(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    EditorState.tabSize.of(4),
    indentUnit.of('    '),
    EditorView.lineWrapping,
    new LanguageSupport(pythonLanguage),
    syntaxHighlighting(highlight),
    litLines,
    theme,
    keymap.of([
      { key: 'Mod-Enter', run: does('run') },
      { key: 'Shift-Mod-Enter', run: does('check') },
      { key: 'Alt-Enter', run: does('step') },
      ...defaultKeymap,
      ...historyKeymap,
      indentWithTab,
    ]),
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-describedby': describedBy,
      // For those who look for what can be scrolled by keyboard.
      tabindex: '0',
      spellcheck: 'false',
      autocorrect: 'off',
      autocapitalize: 'off',
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onCode(update.state.doc.toString());
    }),
  ];
  const view = new EditorView({ parent, state: EditorState.create({ doc: code, extensions }) });
  const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    setCode(next) {
      if (view.state.doc.toString() === next) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next }, selection: { anchor: 0 } });
    },
    light(lit) {
      const effects: StateEffect<unknown>[] = [setLit.of(lit)];
      const line = lit.next ?? lit.blame;
      if (line !== undefined && line >= 1 && line <= view.state.doc.lines) {
        // Only where it is not in sight: a page that jumps at each step is hard to follow.
        effects.push(EditorView.scrollIntoView(view.state.doc.line(line).from, { y: 'nearest', yMargin: 60 }));
      }
      view.dispatch({ effects });
    },
    goTo(line) {
      const { from } = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
      view.focus();
      if (!still()) view.dom.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
