// The JSON of the questionnaire in CodeMirror: one more view of the document, with no history of its own.
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, indentWithTab } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language'
import { forceLinting, linter, lintGutter, lintKeymap } from '@codemirror/lint'
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search'
import { Annotation, Compartment, EditorState } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { placeOf, readJson } from '../../../forms/editing/read-json.ts'
import type { Finding } from '../../../forms/editing-wire.ts'
import type { Doc } from '../document.ts'
import { spliceBetween } from '../splice.ts'
import { completionSource, propertyHover } from './completing.ts'
import { look } from './look.ts'
import { phrases } from './phrases.ts'
import { remarksOn } from './remarks.ts'
import vocabulary from './vocabulary.json' with { type: 'json' }
import { Vocabulary } from './vocabulary.ts'

/** A questionnaire has at most 220 KB; with its spaces and line ends, never as much as this. */
const MOST_CHARACTERS = 1_000_000

type Options = {
  /** An element with nothing in it. */
  readonly host: HTMLElement
  readonly doc: Doc
  /** Something too long was typed or pasted, and not taken. */
  readonly onTooLong: (characters: number) => void
}

export type CodeEditor = {
  readonly setReadOnly: (isReadOnly: boolean) => void
  readonly setFindings: (findings: readonly Finding[], mend: ((finding: Finding) => void) | undefined) => void
  /** Puts the cursor where a JSON pointer leads, and shows it. */
  readonly goTo: (pointer: string) => void
  readonly destroy: () => void
}

/** The change comes from the document, not from typing. */
const fromDocument = Annotation.define<true>()

export const createCodeEditor = ({ host, doc, onTooLong }: Options): CodeEditor => {
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const writable = new Compartment()
  let shown: { findings: readonly Finding[]; mend: ((finding: Finding) => void) | undefined } = {
    findings: [],
    mend: undefined,
  }
  const words = Vocabulary.parse(vocabulary)
  const view = new EditorView({
    root: shadow,
    parent: shadow,
    state: EditorState.create({
      doc: doc.shownText(),
      extensions: [
        ...basics,
        autocompletion({ override: [completionSource(words)], icons: false }),
        propertyHover(words),
        linter((it) => remarksOn(it.state.doc.toString(), shown.findings, shown.mend), { delay: 400 }),
        writable.of([]),
        EditorState.transactionFilter.of((transaction) => {
          if (!transaction.docChanged || transaction.newDoc.length <= MOST_CHARACTERS) return transaction
          onTooLong(transaction.newDoc.length)
          return []
        }),
        EditorView.updateListener.of(({ docChanged, transactions, state }) => {
          if (docChanged && !transactions.some((it) => it.annotation(fromDocument)))
            doc.type(state.doc.toString())
        }),
      ],
    }),
  })

  /** Shows the document's text, by the smallest change, with the cursor after it. */
  const follow = (): void => {
    const text = doc.shownText()
    const { from, removed, inserted } = spliceBetween(view.state.doc.toString(), text)
    if (removed === '' && inserted === '') return
    view.dispatch({
      changes: { from, to: from + removed.length, insert: inserted },
      selection: { anchor: from + inserted.length },
      scrollIntoView: true,
      annotations: fromDocument.of(true),
    })
  }
  const unsubscribe = doc.subscribe(follow)

  return {
    setReadOnly: (isReadOnly) =>
      view.dispatch({ effects: writable.reconfigure(isReadOnly ? [EditorState.readOnly.of(true)] : []) }),
    setFindings: (findings, mend) => {
      shown = { findings, mend }
      view.dispatch({ effects: [] })
      forceLinting(view)
    },
    goTo: (pointer) => {
      const place = placeOf(readJson(view.state.doc.toString()).places, pointer)
      if (!place) return
      view.dispatch({
        selection: { anchor: place.from },
        effects: EditorView.scrollIntoView(place.from, { y: 'center' }),
      })
      view.focus()
    },
    destroy: () => {
      unsubscribe()
      view.destroy()
    },
  }
}

const basics = [
  lineNumbers(),
  foldGutter(),
  lintGutter(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSpecialChars(),
  highlightSelectionMatches(),
  drawSelection(),
  bracketMatching(),
  closeBrackets(),
  indentOnInput(),
  json(),
  look,
  EditorView.lineWrapping,
  EditorState.phrases.of(phrases),
  EditorView.contentAttributes.of({
    'aria-label': 'JSON du questionnaire',
    spellcheck: 'false',
    tabindex: '0',
    lang: 'fr',
  }),
  // The document undoes, for both ways of editing: what a browser would undo by itself is none of it.
  EditorView.domEventHandlers({
    beforeinput: (event) => {
      if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') event.preventDefault()
    },
  }),
  keymap.of([
    ...closeBracketsKeymap,
    ...completionKeymap,
    ...searchKeymap,
    ...foldKeymap,
    ...lintKeymap,
    ...defaultKeymap,
    indentWithTab,
  ]),
]
