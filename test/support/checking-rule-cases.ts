// Coherence rules with one thing wrong each: see checking-cases.ts.
import type { Content } from '../../forms/editing-wire.ts'
import type { Brief } from './checking-case.ts'

type Node = Content['definition']

const number = { type: 'text', name: 'nombre', title: 'Nombre', inputType: 'number', min: 0, max: 9 }
const day = {
  type: 'text',
  name: 'jour',
  title: 'Jour',
  inputType: 'date',
  min: '2024-01-01',
  max: '2034-01-01',
}
const rule = (check: Node, more: Node = {}): Node => ({
  ...{ id: 'R1', kind: 'blocking', title: 'Les totaux' },
  checks: [{ message: 'Vérifiez.', ...check }],
  ...more,
})
const each = (more: Node = {}) => ({ check: 'each', values: ['/nombre'], min: 0, ...more })
const of = (...coherence: Node[]) => ({ elements: [number, day], info: { coherence } })
const at = '/info/coherence/0/checks/0'

export const blockingRules: Brief[] = [
  {
    check: 'rule-without-question',
    title: 'bounds of what is not there',
    ...of(rule(each({ values: ['/parti'] }))),
    pointer: `${at}/values/0`,
    says: 'La règle R1 « Les totaux » lit « parti », qui n’existe pas',
    mends: true,
  },
  {
    check: 'rule-without-question',
    title: 'a sum of two, of which one is not there',
    ...of(
      rule({
        check: 'compare',
        left: { sum: ['/nombre', '/parti/*/reste'] },
        is: 'equal',
        right: { sum: ['/ailleurs'], form: 'autre' },
        pointer: '/nombre',
      }),
    ),
    pointer: `${at}/left/sum/1`,
    says: 'lit « reste », qui n’existe pas',
    mends: true,
  },
  {
    check: 'rule-twice',
    title: 'two rules',
    ...of(rule(each()), rule(each({ min: 1 }))),
    pointer: '/info/coherence/1/id',
    says: 'Deux règles portent le numéro R1',
    mends: true,
  },
  {
    check: 'rule-words',
    title: 'a number that is not found',
    ...of(rule(each({ message: 'Vérifiez {total}.' }))),
    pointer: `${at}/message`,
    says: '« {total} », qui ne veut rien dire ici : il peut contenir « {value} »',
    mends: true,
  },
  {
    check: 'rule-words',
    title: 'a number where none is found',
    ...of(
      rule({
        check: 'needs-text',
        when: { count: '/nombre' },
        text: '/nom',
        message: 'Dites pourquoi ({value}).',
      }),
    ),
    pointer: `${at}/message`,
    says: '« {value} »',
    mends: true,
  },
  {
    check: 'rule-words',
    title: 'an empty message',
    ...of(rule(each({ message: ' ' }))),
    pointer: `${at}/message`,
    says: 'n’a rien à dire au partenaire',
  },
  {
    check: 'rule-words',
    title: 'an empty title',
    ...of(rule(each(), { title: '' })),
    pointer: '/info/coherence/0/title',
    says: 'ce que demande la règle R1',
  },
  {
    check: 'rule-impossible',
    title: 'bounds',
    ...of(rule(each({ min: 12, max: 8 }))),
    pointer: `${at}/min`,
    says: 'au moins 12 et au plus 8',
    mends: true,
  },
  {
    check: 'rule-impossible',
    title: 'a day',
    ...of(rule({ check: 'school-year', values: ['/jour'], from: '09-01', to: '02-30' })),
    pointer: `${at}/to`,
    says: '« 02-30 », qui n’est pas un jour',
    mends: true,
  },
  {
    check: 'info',
    title: 'the number of a rule',
    ...of(rule(each(), { id: 'Règle 1' })),
    pointer: '/info/coherence/0/id',
    says: 'la lettre R et un nombre',
  },
  {
    check: 'info',
    title: 'a rule without a check',
    ...of(rule({}, { checks: [] })),
    pointer: '/info/coherence/0/checks',
    says: 'au moins 1',
  },
]

export const adviceOnRules: Brief[] = [
  {
    check: 'rules-left-out',
    title: 'a draft of before',
    info: { kind: 'clas-appel-a-projets' },
    elements: [
      {
        type: 'matrixdynamic',
        name: 'budget',
        title: 'Budget',
        maxRowCount: 4,
        columns: ['charges', 'ps_demandee', 'autres_financements'].map((name) => ({
          ...{ ...number, name, title: name },
          cellType: 'text',
        })),
      },
    ],
    pointer: '/info',
    says: 'ne dit plus ses règles de cohérence (R6)',
    mends: true,
  },
  {
    check: 'rule-idle',
    title: 'no bounds',
    ...of(rule({ check: 'each', values: ['/nombre'] })),
    pointer: at,
    says: 'n’a ni minimum ni maximum',
    mends: true,
  },
  {
    check: 'rule-idle',
    title: 'a forecast with nothing to compare',
    ...of(rule({ check: 'near-forecast', percent: 20, floor: { money: 100, count: 5 } })),
    pointer: at,
    says: 'ne dit pas quelles réponses y comparer',
    mends: true,
  },
  {
    check: 'rule-idle',
    title: 'the same on both sides',
    ...of(
      rule({
        check: 'compare',
        left: { sum: ['/nombre'] },
        is: 'equal',
        right: { sum: ['/nombre'] },
        pointer: '/nombre',
      }),
    ),
    pointer: at,
    says: 'à elle-même',
    mends: true,
  },
  {
    check: 'rule-idle',
    title: 'a text as a number',
    ...of(rule(each({ values: ['/nom'] }))),
    pointer: `${at}/values/0`,
    says: 'lit « Nom », qui n’est pas un nombre',
    mends: true,
  },
  {
    check: 'rule-idle',
    title: 'a number as a day',
    ...of(rule({ check: 'in-order', first: '/jour', last: '/nombre' })),
    pointer: `${at}/last`,
    says: 'qui n’est pas une date',
    mends: true,
  },
  {
    check: 'unknown-choice',
    title: 'a rule that counts no choice',
    ...of(rule({ check: 'needs-text', when: { count: '/statut', is: 'scop' }, text: '/nom' })),
    pointer: `${at}/when/is`,
    says: 'compte les réponses « scop » à « Statut »',
  },
]
