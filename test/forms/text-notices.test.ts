import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween } from '../../forms/changes/changes-between.ts'
import { dataMapOf } from '../../forms/data-map.ts'
import { addElement } from '../../forms/editing/add.ts'
import { duplicate } from '../../forms/editing/duplicate.ts'
import { flatten, itemsOf, listAt } from '../../forms/editing/items.ts'
import { noticeBeside, removeNotice, setNotice, setNoticeText } from '../../forms/editing/notices.ts'
import { remove, usesWithout } from '../../forms/editing/remove.ts'
import { rename } from '../../forms/editing/rename.ts'
import { Content } from '../../forms/editing-wire.ts'
import { noticesIn, USUAL_NOTICE, withNotices } from '../../forms/text-notices.ts'
import { publishedForm } from '../support/definitions.ts'
import { edited, stackOf, variedContent } from '../support/editing.ts'

const beside = (info: Content['info']): Content => ({
  ...variedContent(),
  info: { ...variedContent().info, ...info },
})
const noticed = () =>
  beside({
    notices: [
      { text: 'Aucun nom.', questions: ['code', 'semaine'] },
      { text: 'Ni santé.', questions: ['suite'] },
    ],
  })
const at = (content: Content, name: string): string =>
  flatten(itemsOf(content)).find((item) => item.name === name)?.pointer ?? ''
const noticesOf = ({ info }: Content) => noticesIn(info.notices)

describe('a notice beside a free text', () => {
  it('follows a question that is renamed, in a repeated block too', () => {
    const once = edited(noticed(), rename(noticed(), at(noticed(), 'code'), 'cle'))
    const twice = edited(once, rename(once, at(once, 'semaine'), 'debut'))
    expect(noticesOf(twice)[0]).toEqual({ text: 'Aucun nom.', questions: ['cle', 'debut'] })
  })
  it('stays where a column of the same name is renamed', () => {
    const content = beside({ notices: [{ text: 'Aucun nom.', questions: ['nom'] }] })
    const column = `${at(content, 'lignes')}/columns/0`
    expect(noticesOf(edited(content, rename(content, column, 'autre')))).toEqual(noticesOf(content))
  })
  it('goes with a question that is deleted, which nobody is asked about', () => {
    const content = edited(noticed(), remove(noticed(), at(noticed(), 'suite')))
    expect(noticesOf(content)).toEqual(noticesOf(noticed()).slice(0, 1))
    expect(
      usesWithout(noticed(), at(noticed(), 'semaine'))
        .map(({ words }) => words)
        .join(),
    ).not.toContain('avert')
  })
  it('goes with a page that is deleted, and with all in it', () => {
    const page = at(noticed(), 'code').split('/').slice(0, 4).join('/')
    const left = edited(noticed(), remove(noticed(), page))
    const names = new Set(flatten(itemsOf(left)).map(({ name }) => name))
    expect(
      noticesOf(left)
        .flatMap(({ questions }) => questions)
        .filter((name) => !names.has(name)),
    ).toEqual([])
  })
  it('stands beside a copy of its question too', () => {
    const content = edited(noticed(), duplicate(noticed(), at(noticed(), 'suite')))
    expect(noticeBeside(content, 'suite_2')).toBe('Ni santé.')
  })
  it('is given to a new long text, in the words that the questionnaire says most', () => {
    const place = { list: '/definition/pages/0/elements', index: 0 }
    const added = (content: Content) => edited(content, addElement(content, place, 'comment', 'Texte long'))
    expect(noticeBeside(added(variedContent()), 'question_1')).toBe(USUAL_NOTICE)
    expect(noticeBeside(added(noticed()), 'question_1')).toBe('Aucun nom.')
    expect(noticesOf(edited(variedContent(), addElement(variedContent(), place, 'text', 'Texte')))).toEqual(
      [],
    )
  })
  it('leaves what others share when one question gets its own', () => {
    const content = edited(noticed(), setNotice(noticed(), 'code', 'Autre.'))
    expect(noticesOf(content)).toEqual([
      { text: 'Aucun nom.', questions: ['semaine'] },
      { text: 'Ni santé.', questions: ['suite'] },
      { text: 'Autre.', questions: ['code'] },
    ])
    expect(noticesOf(edited(content, setNotice(content, 'code', 'Autre !'))).at(-1)?.text).toBe('Autre !')
  })
  it('has other words beside all its questions, or goes from all', () => {
    expect(noticeBeside(edited(noticed(), setNoticeText(noticed(), 0, 'Rien.')), 'semaine')).toBe('Rien.')
    expect(noticesOf(edited(noticed(), removeNotice(noticed(), 0)))).toHaveLength(1)
  })
  it('is what was set last, once, whatever is set, and undoing gives back the same text', () => {
    const step = fc.record({
      name: fc.constantFrom('code', 'semaine', 'suite', 'pourquoi'),
      text: fc.option(fc.constantFrom('Aucun nom.', 'Ni santé.', 'Autre.'), { nil: undefined }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.boolean(), (steps, isBlank) => {
        const start = isBlank ? variedContent() : noticed()
        const stack = stackOf(start)
        for (const { name, text } of steps) {
          const others = ['code', 'semaine', 'suite', 'pourquoi'].filter((one) => one !== name)
          const before = others.map((one) => noticeBeside(stack.content(), one))
          stack.apply(setNotice(stack.content(), name, text))
          expect(noticeBeside(stack.content(), name)).toBe(text)
          expect(others.map((one) => noticeBeside(stack.content(), one))).toEqual(before)
          const all = noticesOf(stack.content())
          expect(all.every(({ questions }) => questions.length > 0)).toBe(true)
          expect(new Set(all.map((notice) => notice.text)).size).toBe(all.length)
        }
        expect(stack.undoAll()).toEqual([])
        expect(JSON.stringify(stack.content())).toBe(JSON.stringify(start))
      }),
    )
  })
  it('keeps what a draft says otherwise', () => {
    const odd = beside({ notices: [{ text: 3 }, 'x', { text: 'Aucun nom.', questions: ['code', 7] }] })
    const content = edited(odd, setNotice(odd, 'code', undefined))
    expect(listAt(content, '/info/notices')).toEqual([
      { text: 3 },
      'x',
      { text: 'Aucun nom.', questions: [7] },
    ])
  })
})

it('changes of notices are told by question, those alike together', () => {
  const { definition } = variedContent()
  const after = edited(noticed(), setNoticeText(noticed(), 0, 'Rien.'))
  const words = (from: Content, to: Content) => changesBetween(from, to).map((change) => change.words)
  expect(
    words({ definition, info: {} }, { definition, info: { notices: noticed().info.notices ?? [] } }),
  ).toEqual([
    'Un avertissement est ajouté à côté de « code » et « semaine » : « Aucun nom. ».',
    'Un avertissement est ajouté à côté de « suite » : « Ni santé. ».',
  ])
  expect(words(noticed(), after)).toEqual([
    'L’avertissement à côté de « code » et « semaine » devient « Rien. ».',
  ])
  expect(words(noticed(), edited(noticed(), setNotice(noticed(), 'suite', undefined)))).toEqual([
    'L’avertissement à côté de « suite » est retiré : « Ni santé. ».',
  ])
})

it('a definition to draw says each notice, in a repeated block too, and is itself without any', () => {
  const { definition, info } = noticed()
  const drawn = { definition: withNotices(definition, noticesIn(info.notices)), info }
  const said = flatten(itemsOf(drawn)).flatMap(({ name, json }) => (json.notice ? [[name, json.notice]] : []))
  expect(said.toSorted()).toEqual([
    ['code', 'Aucun nom.'],
    ['semaine', 'Aucun nom.'],
    ['suite', 'Ni santé.'],
  ])
  expect(withNotices(definition, [])).toBe(definition)
})

it('the list of what to gather says what not to write', () => {
  const bilan = dataMapOf(publishedForm('clas-bilan', { fewCommunes: true })).sections.flatMap(
    ({ data }) => data,
  )
  expect(bilan.find(({ name }) => name === 'bilan')?.notice).toBe(USUAL_NOTICE)
})

it('a question that has the name of its page is renamed and deleted with its notice', () => {
  const content = Content.parse(publishedForm('clas-bilan', { fewCommunes: true }))
  const question = flatten(itemsOf(content)).find(({ kind, name }) => kind === 'question' && name === 'bilan')
  const pointer = question?.pointer ?? ''
  expect(noticeBeside(edited(content, rename(content, pointer, 'recit')), 'recit')).toBe(USUAL_NOTICE)
  expect(noticeBeside(edited(content, remove(content, pointer)), 'bilan')).toBeUndefined()
})
