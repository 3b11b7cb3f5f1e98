import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Content } from '../../forms/editing-wire.ts'
import { textOf } from '../../web/editor/content-text.ts'
import { createDocument, type Doc } from '../../web/editor/document.ts'

const empty: Content = { definition: { title: 'Bilan', pages: [] }, info: { id: 'bilan' } }

/** A document, and the clock its pauses are measured by. */
const open = (content = empty) => {
  const clock = { ms: 0 }
  const doc = createDocument({ content, text: undefined, past: [], future: [] }, () => clock.ms)
  return { doc, clock }
}

/** The same document after a reload: what was kept went through JSON. */
const reloaded = (doc: Doc): Doc => createDocument(structuredClone(doc.snapshot()), () => 0)

const titled = (title: string) => ({
  label: 'Modifier le titre',
  patch: [{ op: 'add' as const, path: '/definition/title', value: title }],
})

test('an edit changes the content, and says so to who listens', () => {
  const { doc } = open()
  let told = 0
  const stop = doc.subscribe(() => told++)
  doc.apply(titled('Bilan qualitatif'))
  stop()
  doc.apply(titled('Bilan 2026'))
  expect(doc.content().definition.title).toBe('Bilan 2026')
  expect(told).toBe(1)
})

test('typing on in one property is one step, a pause or another property begins the next', () => {
  const { doc, clock } = open()
  doc.apply(titled('B'))
  doc.apply(titled('Bi'))
  clock.ms += 5_000
  doc.apply(titled('Bilan 2'))
  doc.undo()
  expect(doc.content().definition.title).toBe('Bi')
  doc.undo()
  expect(doc.content().definition.title).toBe('Bilan')
  expect(doc.undo()).toBeUndefined()
})

test('the same action twice is two steps', () => {
  const { doc } = open()
  const add = {
    label: 'Ajouter une page',
    patch: [{ op: 'add' as const, path: '/definition/pages/-', value: {} }],
  }
  doc.apply(add)
  doc.apply(add)
  doc.undo()
  expect(doc.content().definition.pages).toEqual([{}])
})

test('text that is no JSON is kept as typed, and the content stays what it last said', () => {
  const { doc } = open()
  doc.type(doc.shownText().replace('"Bilan"', '"Bil'))
  expect(doc.text()).toContain('"Bil')
  expect(doc.content()).toEqual(empty)
  const again = reloaded(doc)
  expect(again.text()).toBe(doc.text())
  again.undo()
  expect(again.text()).toBeUndefined()
  expect(again.shownText()).toBe(textOf(empty))
  again.redo()
  expect(again.text()).toBe(doc.text())
})

test.each([
  '[]',
  '{"definition":{}}',
  '{"definition":{},"info":[]}',
  '{"definition":{},"info":{},"more":1}',
  'null',
])('JSON that is not a definition and its info is no content: %s', (text) => {
  const { doc } = open()
  doc.type(text)
  expect(doc.text()).toBe(text)
  expect(doc.content()).toEqual(empty)
})

test('an edit made over a text that is no JSON loses none of it', () => {
  const { doc } = open()
  const typed = doc.shownText().replace('"Bilan"', '"Bil')
  doc.type(typed)
  doc.apply(titled('Autre'))
  expect(doc.text()).toBeUndefined()
  doc.undo()
  expect(doc.text()).toBe(typed)
})

test('spaces typed in the text stay while it says the same', () => {
  const { doc, clock } = open()
  const spaced = `\n${doc.shownText()}`
  doc.type(spaced)
  clock.ms += 5_000
  doc.type(spaced.replace('Bilan', 'Bilan 2026'))
  doc.undo()
  expect(doc.shownText()).toBe(spaced)
})

test('what follows from a step is undone and done again with it', () => {
  const { doc, clock } = open()
  doc.apply({ label: 'Ajouter', patch: [{ op: 'add', path: '/info/id', value: 'question_1' }] })
  doc.apply(titled('Nom'))
  clock.ms += 60_000
  const named = [{ op: 'replace', path: '/info/id', value: 'nom' }] as const
  doc.apply({ label: titled('').label, patch: [...named], follows: true })
  expect(doc.content().info.id).toBe('nom')
  doc.undo()
  expect(doc.content()).toMatchObject({ info: { id: 'question_1' } })
  expect(doc.content().definition.title).not.toBe('Nom')
  expect(doc.next().undo).toBe('Ajouter')
  doc.redo()
  expect(doc.content()).toMatchObject({ definition: { title: 'Nom' }, info: { id: 'nom' } })
  // After another step it is one by itself.
  doc.apply({ label: 'Autre', patch: [{ op: 'add', path: '/info/x', value: 1 }] })
  doc.apply({ label: titled('').label, patch: [...named], follows: true })
  doc.undo()
  expect(doc.next().undo).toBe('Autre')
})

test('taking the version of somebody else can be undone', () => {
  const { doc } = open()
  doc.apply(titled('Le mien'))
  doc.replace({ ...empty, info: { id: 'autre' } }, 'Prendre la version de Claire')
  expect(doc.next().undo).toBe('Prendre la version de Claire')
  doc.undo()
  expect(doc.content().definition.title).toBe('Le mien')
})

test('a patch of another content is refused and changes nothing', () => {
  const { doc } = open()
  expect(() => doc.apply({ label: 'Corriger', patch: [{ op: 'remove', path: '/definition' }] })).toThrow()
  expect(() => doc.apply({ label: 'Corriger', patch: [{ op: 'remove', path: '/definition/x' }] })).toThrow()
  expect(doc.content()).toBe(empty)
  expect(doc.next().undo).toBeUndefined()
})

const action = fc.oneof(
  fc.string().map((title) => ({ kind: 'edit' as const, title })),
  fc.record({ kind: fc.constant('type' as const), at: fc.nat(200), text: fc.string(), erased: fc.nat(3) }),
  fc.constant({ kind: 'undo' as const }),
  fc.constant({ kind: 'redo' as const }),
  fc.nat(3_000).map((ms) => ({ kind: 'wait' as const, ms })),
)

type Action = typeof action extends fc.Arbitrary<infer A> ? A : never

const act = (doc: Doc, clock: { ms: number }, it: Action): void => {
  if (it.kind === 'edit') doc.apply(titled(it.title))
  if (it.kind === 'undo') doc.undo()
  if (it.kind === 'redo') doc.redo()
  if (it.kind === 'wait') clock.ms += it.ms
  if (it.kind !== 'type') return
  const text = doc.shownText()
  doc.type(text.slice(0, it.at) + it.text + text.slice(it.at + it.erased))
}

test('whatever was done, undoing all of it after a reload gives the first text, and redoing all the last', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
      const { doc, clock } = open()
      for (const it of actions) act(doc, clock, it)
      const last = { content: textOf(doc.content()), invalid: doc.text() }
      const steps = doc.snapshot().past.length
      const again = reloaded(doc)
      while (again.undo());
      expect(textOf(again.content())).toBe(textOf(empty))
      for (let i = 0; i < steps; i++) again.redo()
      expect({ content: textOf(again.content()), invalid: again.text() }).toEqual(last)
    }),
  )
})
