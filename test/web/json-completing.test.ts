import { readFileSync } from 'node:fs'
import { CompletionContext } from '@codemirror/autocomplete'
import { json } from '@codemirror/lang-json'
import { ensureSyntaxTree } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { VOCABULARY_FILE, vocabularyNow } from '../../web/build/vocabulary.ts'
import { completionSource } from '../../web/editor/json/completing.ts'
import { wordsOf } from '../../web/editor/json/property-words.ts'
import { Vocabulary } from '../../web/editor/json/vocabulary.ts'

const written = JSON.parse(readFileSync(VOCABULARY_FILE, 'utf8'))
const vocabulary = Vocabulary.parse(written)

/** What is proposed at the `|` of a text, by its labels. */
const proposed = async (text: string, explicit = true): Promise<string[] | undefined> => {
  const at = text.indexOf('|')
  const state = EditorState.create({ doc: text.replace('|', ''), extensions: json() })
  ensureSyntaxTree(state, state.doc.length)
  const result = await completionSource(vocabulary)(new CompletionContext(state, at, explicit))
  return result?.options.map(({ label }) => label)
}
const inPage = (element: string): string =>
  `{"definition": {"pages": [{"elements": [${element}]}]}, "info": {}}`

describe('what the JSON editor proposes', () => {
  it.each([
    ['{|}', ['definition', 'info']],
    ['{"definition": {"|"}}', ['pages', 'calculatedValues']],
    [inPage('{"type": "text", "|"}'), ['inputType', 'money', 'validators', 'isRequired']],
    [inPage('{"type": "text", "|", "name": "a"}'), ['inputType', 'money', 'validators', 'isRequired']],
    [inPage('{"type": "text", "|": 1, "isRequired": true}'), ['inputType', 'maxLength']],
    [inPage('{"|"}'), ['type', 'name', 'title', 'visibleIf']],
    [inPage('{"type": "|"}'), ['text', 'matrixdynamic', 'paneldynamic', 'file']],
    [inPage('{"type": "text", "inputType": "|"}'), ['number', 'date', 'tel']],
    [inPage('{"type": "text", "isRequired": |}'), ['true', 'false']],
    [inPage('{"type": "checkbox", "choices": [{"|"}]}'), ['value', 'text', 'visibleIf']],
    [inPage('{"type": "text", "validators": [{"type": "|"}]}'), ['regex', 'expression']],
    [inPage('{"type": "text", "validators": [{"type": "regex", "|"}]}'), ['regex', 'text']],
    [inPage('{"type": "matrixdynamic", "columns": [{"|"}]}'), ['cellType', 'totalType', 'money']],
    [inPage('{"type": "panel", "elements": [{"type": "boolean", "|"}]}'), ['labelTrue', 'valueTrue']],
    ['{"info": {"|"}}', ['title', 'sections', 'carriedOver', 'toPrepare']],
    ['{"info": {"coherence": [{"|"}]}}', ['id', 'kind', 'title', 'checks']],
    ['{"info": {"coherence": [{"kind": "|"}]}}', ['blocking', 'warning']],
    ['{"info": {"coherence": [{"checks": [{"|"}]}]}}', ['check', 'left', 'values', 'percent', 'message']],
    ['{"info": {"coherence": [{"checks": [{"check": "|"}]}]}}', ['compare', 'each', 'near-forecast']],
    ['{"info": {"coherence": [{"checks": [{"left": {"|"}}]}]}}', ['sum', 'count', 'is', 'form']],
    ['{"info": {"sections": [{"role": "|"}]}}', ['saisie-activite', 'saisie-financiere']],
  ])('at %s', async (text, labels) => {
    expect(await proposed(text)).toEqual(expect.arrayContaining(labels))
  })

  it('leaves out what is there already, and what the server could not follow', async () => {
    const labels = (await proposed(inPage('{"type": "text", "name": "a", "|"}'))) ?? []
    expect(labels).toContain('title')
    for (const name of ['type', 'name', 'setValueIf', 'valueName', 'maskType'])
      expect(labels).not.toContain(name)
  })

  it('says nothing where anything may stand', async () => {
    expect(await proposed(inPage('{"type": "text", "defaultValue": {"|"}}'))).toBeUndefined()
    expect(await proposed('[|]')).toBeUndefined()
  })

  it('tells in French what each property takes', () => {
    expect(wordsOf('isRequired', { type: 'boolean', default: false })).toBe(
      'Une réponse est exigée pour transmettre. true ou false. Sans elle : false.',
    )
    expect(wordsOf('kind', { type: 'text', words: 'coherence.kind' })).toContain('bloquer la transmission')
    const unworded = Object.entries(vocabulary.classes)
      .filter(([name]) => name.startsWith('info.coherence'))
      .flatMap(([, properties]) => Object.entries(properties))
      .filter(([name, facts]) => !wordsOf(name, { type: 'any', words: facts.words }))
    expect(unworded).toEqual([])
  })

  it('is what SurveyJS and our own schema say today: node web/build/vocabulary.ts writes it', () => {
    expect(JSON.parse(JSON.stringify(vocabularyNow()))).toEqual(written)
  })
})
