import { describe, expect, it } from 'vitest'
import { flatten, itemsOf } from '../../forms/editing/items.ts'
import { recode } from '../../forms/editing/recode.ts'
import { removeMending, usesWithout } from '../../forms/editing/remove.ts'
import { rename } from '../../forms/editing/rename.ts'
import type { Content } from '../../forms/editing-wire.ts'
import { checksIn, rulesIn } from '../../forms/rule-patterns.ts'
import { contentOf } from '../support/contents.ts'
import { edited, variedContent } from '../support/editing.ts'

const content = variedContent()
const pointerOf = (name: string, of: Content = content): string =>
  flatten(itemsOf(of)).find((item) => item.name === name && item.kind === 'question')?.pointer ?? ''
const rules = (of: Content) => rulesIn(of.info)
const checks = (of: Content) => rules(of).flatMap(checksIn)
const patterns = (of: Content) => JSON.stringify(rules(of)).match(/"\/[^"]*"/g)

describe('coherence rules', () => {
  it('follow a question that is renamed, where they read it and where they show what they find', () => {
    const renamed = edited(content, rename(content, pointerOf('entier'), 'total'))
    expect(checks(renamed)[0]).toMatchObject({ right: { sum: ['/total'] }, pointer: '/total' })
    expect(checks(renamed)[2]).toEqual(checks(content)[2])
  })

  it('follow a column, in the lines of its table and in its sum', () => {
    const renamed = edited(content, rename(content, `${pointerOf('tableau')}/columns/0`, 'nombre'))
    expect(patterns(renamed)).toEqual(
      patterns(content)?.map((pattern) => pattern.replace(/^("\/tableau.*)\/n"/, '$1/nombre"')),
    )
  })

  it('follow the fields of a multiple text, which stand in no line', () => {
    const one = { id: 'R3', kind: 'warning', title: 'Le mél' }
    const info = {
      coherence: [
        { ...one, checks: [{ check: 'needs-text', text: '/contact/mel', when: { count: '/code' } }] },
      ],
    }
    const elements = [
      { type: 'multipletext', name: 'contact', items: [{ name: 'mel' }] },
      { type: 'text', name: 'code' },
    ]
    const own: Content = { definition: { elements }, info }
    const renamed = edited(own, rename(own, '/definition/elements/0/items/0', 'adresse'))
    expect(checks(renamed)[0]).toMatchObject({ text: '/contact/adresse', when: { count: '/code' } })
  })

  it('follow a question that is named like its page', () => {
    const reel = contentOf('clas-reel')
    const renamed = edited(reel, rename(reel, pointerOf('charges', reel), 'depenses'))
    expect(JSON.stringify(renamed.info.coherence)).not.toContain('/charges')
    expect(renamed.info.sections).toEqual(reel.info.sections)
  })

  it('of a kind that reads another form are left where they read that one', () => {
    const reel = contentOf('clas-reel')
    const renamed = edited(reel, rename(reel, pointerOf('enfants', reel), 'eleves'))
    const [last] = checks(renamed).filter((check) => JSON.stringify(check).includes('clas-bilan'))
    expect(last).toMatchObject({
      left: { sum: ['/eleves/*/filles', '/eleves/*/garcons'] },
      right: { sum: ['/participants/*/filles', '/participants/*/garcons'] },
      pointer: '/eleves',
    })
  })

  it('are named by what reads a question that is to be deleted', () => {
    expect(usesWithout(content, pointerOf('prix')).map(({ words }) => words)).toEqual([
      'la règle de cohérence R1 « Le tableau fait le total »',
    ])
  })

  it('lose what read it: one of a sum, a whole check, then the rule', () => {
    const without = (name: string, from = content) => edited(from, removeMending(from, pointerOf(name, from)))
    expect(checks(without('montant'))[0]).toMatchObject({ left: { sum: ['/tableau/*/n'] } })
    expect(checks(without('entier')).map(({ check }) => check)).toEqual(['each', 'compare'])
    expect(rules(without('plusieurs')).map(({ id }) => id)).toEqual(['R1'])
    const none = without('plusieurs', without('entier', without('prix', without('tableau'))))
    expect(none.info.coherence).toEqual([])
  })

  it('show by a question that is left what they found by one that is gone', () => {
    const elsewhere = edited(content, {
      label: '',
      patch: [{ op: 'replace', path: '/info/coherence/0/checks/0/pointer', value: '/code' }],
    })
    const mended = edited(elsewhere, removeMending(elsewhere, pointerOf('code')))
    expect(checks(mended)[0]).toMatchObject({ pointer: '/tableau', left: checks(content)[0]?.left })
  })

  it('count a choice by its new code, and no other of that code', () => {
    const first = (name: string, value: string) => ({
      op: 'replace' as const,
      path: `${pointerOf(name)}/choices/0`,
      value: { value, text: value },
    })
    const both = edited(content, { label: '', patch: [first('plusieurs', 'p'), first('choix', 'p')] })
    const recoded = edited(both, recode(both, `${pointerOf('plusieurs')}/choices/0`, 'premier'))
    expect(checks(recoded)[2]).toMatchObject({ left: { count: '/plusieurs/*', is: 'premier' } })
    const other = edited(both, recode(both, `${pointerOf('choix')}/choices/0`, 'premier'))
    expect(other.info).toEqual(content.info)
  })

  it('read a row by its new code, as the comparison and the estimate do', () => {
    const reel = contentOf('clas-reel')
    const rows = `${pointerOf('charges', reel)}/rows`
    const recoded = edited(reel, recode(reel, `${rows}/0`, 'achats'))
    expect(patterns(recoded)).toEqual(
      patterns(reel)?.map((pattern) => pattern.replace('/charges/c60/', '/charges/achats/')),
    )
    expect(patterns(recoded)).not.toEqual(patterns(reel))
  })
})
