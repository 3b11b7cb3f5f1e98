import { describe, expect, it } from 'vitest'
import { checkCoherence } from '../../forms/coherence.ts'
import { Check, Rule } from '../../forms/coherence-rules.ts'
import { changeCheck } from '../../forms/editing/change-check.ts'
import { checkKinds, firstCheck, newCheck } from '../../forms/editing/new-check.ts'
import { messageOf } from '../../forms/editing/rule-checks.ts'
import {
  addCheck,
  addRule,
  editedRules,
  moveRule,
  nextRuleId,
  removeCheck,
  removeRule,
  setCheck,
  setRuleKind,
} from '../../forms/editing/rule-edits.ts'
import { patternsOf, ruleQuestions, termsOf } from '../../forms/editing/rule-places.ts'
import { titleFor } from '../../forms/editing/rule-titles.ts'
import { sideWords, whenWords } from '../../forms/editing/rule-words.ts'
import { Content } from '../../forms/editing-wire.ts'
import { definitionNames, publishedForm } from '../support/definitions.ts'
import { edited, variedContent } from '../support/editing.ts'

const contentOf = (form: Parameters<typeof publishedForm>[0]): Content => Content.parse(publishedForm(form))
const real = contentOf('clas-reel')
const questions = ruleQuestions(real)
const checkOf = (content: Content, rule: number, check = 0): Check => {
  const found = editedRules(content)[rule]?.checks[check]?.check
  if (!found) throw new Error(`no check ${check} in rule ${rule}`)
  return found
}
const ruleAt = (content: Content, index: number) => {
  const rule = editedRules(content)[index]
  if (!rule) throw new Error(`no rule ${index}`)
  return rule
}

/** With plain spaces. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

describe('the places a rule reads', () => {
  it.each(definitionNames)('of %s come back as they were, and each is known', (form) => {
    const content = contentOf(form)
    const asked = ruleQuestions(content)
    const lists = editedRules(content).flatMap(({ checks }) =>
      checks.flatMap(({ check }) => {
        if (check?.check === 'each' || check?.check === 'school-year') return [check.values]
        if (check?.check !== 'compare') return []
        return [check.left, check.right].flatMap((side) => ('sum' in side && !side.form ? [side.sum] : []))
      }),
    )
    for (const patterns of lists) {
      const terms = termsOf(patterns, asked)
      expect(terms.filter((term) => 'unknown' in term)).toEqual([])
      expect(patternsOf(terms).toSorted()).toEqual(patterns.toSorted())
    }
  })
  it('that are gone are kept as they are written', () => {
    const patterns = ['/partie/*/n', '/semaines', '/enfants/*/inconnue']
    expect(patternsOf(termsOf(patterns, questions)).toSorted()).toEqual(patterns.toSorted())
    expect(plain(sideWords({ sum: ['/partie'] }, questions))).toBe('« /partie »')
  })
  it('of another questionnaire are said by its titles once it is at hand, and by its names until then', () => {
    const side = { sum: ['/lieu_places'], form: 'enquete' }
    expect(plain(sideWords(side, questions))).toBe('« lieu_places », dans le questionnaire « enquete »')
    const [question] = questions.filter(({ lines }) => lines === 'none')
    if (!question) throw new Error('no question')
    const places = {
      ...question,
      name: 'lieu_places',
      title: 'Places',
      fields: [{ ...question.fields[0], key: '', title: 'Places', kind: 'number' as const, options: [] }],
    }
    const others = [{ kind: 'enquete', title: 'Enquête de rentrée', questions: [places] }]
    const words = '« Places », dans le questionnaire « Enquête de rentrée »'
    expect(plain(sideWords(side, questions, others))).toBe(words)
    const compared = Check.parse({
      check: 'compare',
      left: { sum: ['/semaines'] },
      is: 'equal',
      right: side,
      pointer: '/semaines',
      message: '',
    })
    expect(plain(titleFor(compared, questions, others))).toContain(words)
    expect(plain(messageOf(compared, questions, others))).toContain(words)
  })
})

describe('rules in words', () => {
  it.each([
    [
      0,
      0,
      /^La somme de « Filles » et « Garçons » sur toutes les lignes de « Enfants accueillis, par niveau »/,
    ],
    [0, 0, /égale le total de « Total » au bas de « Enfants accueillis, par niveau »$/],
    [2, 0, /^Le nombre de lignes de « Vos collectifs » où « Bonus enfants » est « Oui » ne dépasse pas/],
    [3, 0, /^La ligne « 86 – Emplois des contributions volontaires » de « Charges de l’année » égale/],
    [7, 0, /^« Enfants » sur toutes les lignes de « Vos collectifs » : entre 8 et 12$/],
    [9, 0, /égale le nombre de collectifs notifié par la Caf$/],
    [
      11,
      0,
      /^La somme des lignes « 70623 – .* et 4 autres de « Produits de l’année » ne dépasse pas la somme des/,
    ],
    [
      13,
      0,
      /« filles » et « garcons » sur toutes les lignes de « participants », dans le questionnaire « Bilan qualitatif »$/,
    ],
  ])('rule %i, check %i', (rule, check, words) => {
    expect(plain(titleFor(checkOf(real, rule, check), questions))).toMatch(words)
  })
  it('say when a text is needed', () => {
    const check = checkOf(real, 6)
    expect(check.check === 'needs-text' && plain(whenWords(check.when, questions))).toBe(
      'au moins une ligne de « Vos collectifs » a « Oui » à « Bonus enfants »',
    )
  })
})

describe('a new check', () => {
  it.each(definitionNames)('of any kind is a valid one in %s, and says nothing of empty answers', (form) => {
    const content = contentOf(form)
    const asked = ruleQuestions(content)
    for (const kind of checkKinds) {
      const check = newCheck(kind, content, asked)
      if (!check) continue
      expect(Check.safeParse(check).error).toBeUndefined()
      const rule = Rule.parse({ id: 'R1', kind: 'blocking', title: 'Essai', checks: [check] })
      expect(
        checkCoherence({ ruleSet: 'essai', rules: [rule] }, {}, {}, { schoolYear: '2025-2026', others: {} }),
      ).toMatchObject({ findings: [] })
    }
  })
  it('is a comparison where there are two numbers, and none where nothing can be checked', () => {
    expect(firstCheck(real, questions)?.check).toBe('compare')
    const empty = { definition: { pages: [] }, info: {} }
    expect(firstCheck(empty, ruleQuestions(empty))).toBeUndefined()
  })
})

describe('a changed check', () => {
  const start = firstCheck(real, questions)
  if (start?.check !== 'compare') throw new Error('no comparison')
  const begun = edited(real, addRule(real, start, titleFor(start, questions)))
  const at = editedRules(begun).length - 1
  const change = (content: Content, after: Check) =>
    edited(
      content,
      changeCheck(
        content,
        {
          rule: ruleAt(content, at),
          pointer: `/info/coherence/${at}/checks/0`,
          before: checkOf(content, at),
          after,
          what: 'x',
        },
        questions,
      ),
    )
  it('takes its sentence, the title of its rule, amounts and where it is shown along', () => {
    const after = change(begun, {
      ...start,
      left: { sum: ['/charges/*/montant'] },
      right: { sum: ['/produits/*/montant'] },
    })
    expect(checkOf(after, at)).toMatchObject({ money: true, pointer: '/charges' })
    expect(checkOf(after, at).message).toBe(messageOf(checkOf(after, at), questions))
    expect(plain(ruleAt(after, at).title)).toMatch(
      /^La somme de « Montant » sur toutes les lignes de « Charges/,
    )
  })
  it('leaves a sentence and a title that somebody has written', () => {
    const own = edited(
      edited(begun, setCheck(begun, `/info/coherence/${at}/checks/0`, { ...start, message: 'À moi.' }, 'l')),
      { label: 'l', patch: [{ op: 'replace', path: `/info/coherence/${at}/title`, value: 'Mon titre' }] },
    )
    const after = change(own, { ...start, message: 'À moi.', is: 'at-most' })
    expect(checkOf(after, at)).toMatchObject({ message: 'À moi.', is: 'at-most' })
    expect(ruleAt(after, at).title).toBe('Mon titre')
  })
  it('keeps what is unknown in it, at its place', () => {
    const pointer = '/info/coherence/0/checks/0'
    const known = edited(real, {
      label: 'l',
      patch: [{ op: 'add', path: `${pointer}/x-note`, value: 'gardée' }],
    })
    const check = checkOf(known, 0)
    const after = edited(known, setCheck(known, pointer, { ...check, message: 'Autre.' }, 'l'))
    expect(JSON.stringify(after.info.coherence)).toMatch(
      /"message":"Autre\.".*"pointer":"\/enfants","x-note":"gardée"\}/,
    )
  })
})

describe('a list of rules', () => {
  it('gives the id after the highest, and one that is free when there is no other', () => {
    expect(nextRuleId(real)).toBe('R15')
    expect(nextRuleId({ definition: {}, info: {} })).toBe('R1')
    const ids = Array.from({ length: 99 }, (_, i) => ({ id: `R${i + 1}` }))
    expect(nextRuleId({ definition: {}, info: { coherence: ids } })).toBeUndefined()
    expect(nextRuleId({ definition: {}, info: { coherence: ids.toSpliced(4, 1) } })).toBe('R5')
  })
  it('is moved, changed and shortened rule by rule; the last check of a rule stays', () => {
    const [first] = editedRules(real)
    if (!first) throw new Error('no rule')
    expect(
      editedRules(edited(real, moveRule(real, first, 1)))
        .map(({ id }) => id)
        .slice(0, 2),
    ).toEqual(['R2', 'R1'])
    expect(moveRule(real, first, -1)).toBeUndefined()
    expect(editedRules(edited(real, setRuleKind(real, first, 'warning')))[0]?.kind).toBe('warning')
    expect(editedRules(edited(real, removeRule(first)))[0]?.id).toBe('R2')
    const fourth = ruleAt(real, 3)
    expect(removeCheck(fourth, `${fourth.pointer}/checks/0`)).toBeUndefined()
    const more = edited(real, addCheck(real, fourth, checkOf(real, 0)))
    expect(ruleAt(more, 3).checks.length).toBe(2)
  })
  it('of a draft that is none is shown with what can be read of it', () => {
    const content: Content = {
      ...variedContent(),
      info: { coherence: ['x', { id: 3, checks: [{ check: 'compare' }, null] }, null] },
    }
    expect(editedRules(content)).toEqual([
      {
        pointer: '/info/coherence/1',
        id: '',
        title: '',
        kind: 'blocking',
        checks: [
          { pointer: '/info/coherence/1/checks/0', check: undefined },
          { pointer: '/info/coherence/1/checks/1', check: undefined },
        ],
      },
    ])
  })
})
