// The look of the JSON editor, from the tokens of the site. It lives in a shadow root: there CodeMirror's styles are
// adopted style sheets, which the CSP lets in, where in the document they would be <style> elements, which it refuses.
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent-deep)', fontWeight: '600' },
  { tag: tags.string, color: 'var(--ok)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--warn)' },
])

const theme = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--paper)', color: 'var(--ink)', fontSize: '0.95rem' },
  '&.cm-focused': { outline: '3px solid var(--accent)', outlineOffset: '-3px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5' },
  '.cm-gutters': {
    backgroundColor: 'var(--wash)',
    color: 'var(--ink-2)',
    borderRight: '1px solid var(--line)',
  },
  '.cm-activeLine': { backgroundColor: 'rgb(29 79 163 / 5%)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--accent-wash)' },
  '.cm-panels': { backgroundColor: 'var(--wash)', color: 'var(--ink)' },
  '.cm-panels-bottom': { borderTop: '1px solid var(--line-strong)' },
  '.cm-panel.cm-search': { padding: '0.5rem 2.5rem 0.5rem 0.75rem', fontFamily: 'var(--font)' },
  '.cm-panel.cm-search :is(input, button, label)': { fontSize: '0.9rem', margin: '0.15rem 0.4rem 0.15rem 0' },
  '.cm-panel.cm-search [name=close]': { minWidth: '24px', minHeight: '24px', fontSize: '1.2rem' },
  '.cm-textfield': {
    border: '1px solid var(--line-strong)',
    minHeight: '2rem',
    backgroundColor: 'var(--paper)',
  },
  '.cm-button': {
    backgroundImage: 'none',
    backgroundColor: 'var(--paper)',
    border: '1px solid var(--line-strong)',
    minHeight: '2rem',
  },
  '.cm-tooltip': {
    border: '1px solid var(--line-strong)',
    backgroundColor: 'var(--paper)',
    color: 'var(--ink)',
    maxWidth: '26rem',
  },
  '.cm-words': { padding: '0.4rem 0.6rem', fontFamily: 'var(--font)', fontSize: '0.9rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--accent-ink)',
  },
  '.cm-completionInfo': { fontFamily: 'var(--font)', fontSize: '0.9rem', padding: '0.4rem 0.6rem' },
  '.cm-diagnostic': { fontFamily: 'var(--font)', fontSize: '0.9rem' },
  '.cm-diagnosticAction': {
    backgroundColor: 'var(--accent)',
    color: 'var(--accent-ink)',
    fontSize: '0.9rem',
    padding: '0.2rem 0.6rem',
  },
  '.cm-foldPlaceholder': {
    backgroundColor: 'var(--accent-wash)',
    borderColor: 'var(--accent-line)',
    color: 'var(--accent-deep)',
  },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--accent-line)',
  },
  // CodeMirror draws these with images written in its styles, which the CSP refuses.
  '.cm-lintRange': { backgroundImage: 'none' },
  '.cm-lintRange-error, .cm-lintRange-error.cm-lintRange-active': {
    ...{ backgroundImage: 'none', backgroundColor: 'var(--stop-wash)' },
    textDecoration: 'underline wavy var(--stop)',
  },
  '.cm-lintRange-warning, .cm-lintRange-warning.cm-lintRange-active': {
    ...{ backgroundImage: 'none', backgroundColor: 'var(--warn-wash)' },
    textDecoration: 'underline dashed var(--warn)',
  },
  '.cm-lint-marker': { width: '0.8em', height: '0.8em', marginTop: '0.35em' },
  '.cm-lint-marker-error': { content: 'normal', backgroundColor: 'var(--stop)', borderRadius: '50%' },
  '.cm-lint-marker-warning': {
    content: 'normal',
    border: '2px solid var(--warn)',
    transform: 'rotate(45deg)',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--warn-line)' },
  '.cm-searchMatch-selected': { outline: '2px solid var(--warn)' },
})

export const look = [theme, syntaxHighlighting(colours)]
