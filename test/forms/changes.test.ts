import { describe, expect, it } from 'vitest'
import { changesBetween } from '../../forms/changes/changes-between.ts'
import { patchBetween } from '../../forms/editing/json-diff.ts'
import { applyPatch } from '../../forms/editing/json-patch.ts'
import type { Content } from '../../forms/editing-wire.ts'

type Json = Content['definition']
const info: Json = {
  title: 'Bilan',
  sections: [
    { name: 'lieu', title: 'Lieu', role: 'saisie-activite' },
    { name: 'budget', title: 'Budget', role: 'saisie-financiere' },
  ],
  prefilled: { projet: 'project.name' },
  toPrepare: ['Le budget.'],
}
const statut = {
  type: 'radiogroup',
  name: 'statut',
  title: 'Statut',
  choices: [
    { value: 'asso', text: 'Association' },
    { value: 'commune', text: 'Commune' },
    { value: 'autre', text: 'Autre' },
  ],
}
const nom = { type: 'text', name: 'nom', title: 'Nom', maxLength: 200 }
const age = { type: 'text', name: 'age', title: 'Âge', inputType: 'number', min: 0, max: 99 }
const table = {
  type: 'matrixdynamic',
  name: 'actions',
  title: 'Actions',
  columns: [
    { name: 'quoi', title: 'Quoi', cellType: 'text' },
    { name: 'heures', title: 'Heures', cellType: 'text', inputType: 'number' },
  ],
}
const grille = {
  type: 'matrixdropdown',
  name: 'grille',
  title: 'Effectifs',
  rows: [
    { value: 'filles', text: 'Filles' },
    { value: 'garcons', text: 'Garçons' },
  ],
  columns: [{ name: 'nombre', title: 'Nombre', cellType: 'text' }],
}
const bloc = { type: 'paneldynamic', name: 'sites', title: 'Sites', templateElements: [nom, age] }
const page = (name: string, title: string, ...elements: Json[]): Json => ({ name, title, elements })
const form = (...pages: Json[]): Content => ({ definition: { locale: 'fr', pages }, info })

const before = form(page('lieu', 'Lieu', statut, nom, age), page('budget', 'Budget', table, grille, bloc))
/** The words of the changes to a form whose first page, or second, holds something else. */
const told = (after: Content, from = before) => changesBetween(from, after)
const words = (after: Content, from = before) =>
  told(after, from).map((change) => `${change.effect === 'answers' ? '! ' : ''}${change.words}`)
const first = (...elements: Json[]) =>
  form(page('lieu', 'Lieu', ...elements), page('budget', 'Budget', table, grille, bloc))
const second = (...elements: Json[]) =>
  form(page('lieu', 'Lieu', statut, nom, age), page('budget', 'Budget', ...elements))

describe('what changes', () => {
  it('is nothing when the contents are equal, whatever the order of their keys', () => {
    const { maxLength, ...rest } = nom
    expect(told(first(statut, { maxLength, ...rest }, age))).toEqual([])
  })

  it.each<[string, Content, string[]]>([
    [
      'becomes required',
      first(statut, { ...nom, isRequired: true }, age),
      ['! La question « Nom » devient obligatoire.'],
    ],
    [
      'is asked',
      first(statut, nom, { type: 'comment', name: 'avis', title: 'Avis' }, age),
      ['La question « Avis » apparaît, dans « Lieu ».'],
    ],
    [
      'is asked and must be answered',
      first(statut, nom, age, { type: 'comment', name: 'avis', title: 'Avis', isRequired: true }),
      ['! La question « Avis » apparaît, dans « Lieu », obligatoire.'],
    ],
    ['is asked no more', first(statut, age), ['! La question « Nom » disparaît.']],
    [
      'takes another name',
      first(statut, { ...nom, name: 'nom_usage' }, age),
      ['! La question « Nom » change de nom : « nom » devient « nom_usage ».'],
    ],
    ['changes its place', first(statut, age, nom), ['La question « Nom » change de place dans « Lieu ».']],
    [
      'goes to another page',
      form(page('lieu', 'Lieu', statut, nom), page('budget', 'Budget', table, grille, bloc, age)),
      ['La question « Âge » passe dans « Budget ».'],
    ],
    [
      'becomes of another type',
      first(statut, { ...nom, type: 'comment' }, age),
      ['! La question « Nom » change de type : « texte court » devient « texte long ».'],
    ],
    [
      'has another title',
      first(statut, { ...nom, title: 'Nom complet' }, age),
      ['Le titre de la question « Nom » devient « Nom complet ».'],
    ],
    [
      'gets help',
      first(statut, { ...nom, description: 'Comme aux statuts' }, age),
      ['Le texte d’aide de la question « Nom » devient « Comme aux statuts ».'],
    ],
    [
      'gets a condition',
      first(statut, { ...nom, visibleIf: "{statut} = 'asso'" }, age),
      ['! La question « Nom » ne s’affiche plus que si « Statut » est « Association ».'],
    ],
    [
      'gets a condition that has no words',
      first(statut, { ...nom, visibleIf: '{age} * 2 > 3' }, age),
      ['! La question « Nom » ne s’affiche plus que si « {age} * 2 > 3 ».'],
    ],
    [
      'has a tighter bound',
      first(statut, nom, { ...age, max: 25 }),
      ['! Le maximum de la question « Âge » passe de 99 à 25.'],
    ],
    [
      'has a looser bound, and one less',
      first(statut, nom, { type: 'text', name: 'age', title: 'Âge', inputType: 'number', max: 120 }),
      [
        'Le maximum de la question « Âge » passe de 99 à 120.',
        'Le minimum de la question « Âge » disparaît.',
      ],
    ],
    [
      'takes longer texts',
      first(statut, { ...nom, maxLength: -1 }, age),
      ['La longueur maximale de la question « Nom » disparaît.'],
    ],
    [
      'is controlled',
      first(statut, { ...nom, validators: [{ type: 'regex', regex: '^A', text: 'Commence par A' }] }, age),
      ['! Le contrôle de forme « Commence par A » de la question « Nom » apparaît.'],
    ],
    [
      'has a property that we do not know',
      first(statut, { ...nom, minWidth: '100px' }, age),
      ['La propriété « minWidth » de la question « Nom » : maintenant « 100px ».'],
    ],
    [
      'has another default value',
      first(statut, { ...nom, defaultValue: 'Aucun' }, age),
      ['La valeur par défaut de la question « Nom » : maintenant « Aucun ».'],
    ],
  ])('says that a question %s', (_, after, expected) => {
    expect(words(after)).toEqual(expected)
  })

  it('says which choices come, go, change their words, their code and their order', () => {
    const choices = [
      { value: 'ccas', text: 'CCAS' },
      { value: 'commune', text: 'Commune ou mairie' },
      { value: 'association', text: 'Association' },
    ]
    expect(words(first({ ...statut, choices }, nom, age))).toEqual([
      'Le choix « CCAS » de la question « Statut » apparaît.',
      '! Le choix « Autre » de la question « Statut » disparaît.',
      '! Le choix « Association » de la question « Statut » change de code : « asso » devient « association ».',
      'Le choix « Commune » de la question « Statut » devient « Commune ou mairie ».',
    ])
    const turned = { ...statut, choices: statut.choices.toReversed() }
    expect(words(first(turned, nom, age))).toEqual(['L’ordre des choix de la question « Statut » change.'])
  })

  it('says what happens inside tables and repeated blocks', () => {
    const columns = [
      { name: 'quoi', title: 'Quoi', cellType: 'text', isRequired: true },
      { name: 'duree', title: 'Heures', cellType: 'text', inputType: 'number' },
      { name: 'ou', title: 'Où', cellType: 'text' },
    ]
    const rows = [{ value: 'filles', text: 'Filles' }]
    expect(
      words(second({ ...table, columns }, { ...grille, rows }, { ...bloc, templateElements: [nom] })),
    ).toEqual([
      '! La colonne « Quoi » de « Actions » devient obligatoire.',
      '! La colonne « Heures » de « Actions » change de nom : « heures » devient « duree ».',
      'La colonne « Où » de « Actions » apparaît.',
      '! La ligne « Garçons » de la question « Effectifs » disparaît.',
      '! La question « Âge » de « Sites » disparaît.',
    ])
  })

  it('says that a line shown always may ask for an answer, where a choice only offers more', () => {
    const asked = [{ value: 'filles', text: 'Filles', visibleIf: "{statut} = 'asso'" }, 'garcons']
    const offered = [{ value: 'asso', visibleIf: '{age} > 6' }, 'commune']
    const one = form(page('lieu', 'Lieu', { ...grille, rows: asked }, { ...statut, choices: offered }, age))
    const shown = form(
      page(
        'lieu',
        'Lieu',
        { ...grille, rows: [{ value: 'filles', text: 'Filles' }, 'garcons'] },
        { ...statut, choices: ['asso', 'commune'] },
        age,
      ),
    )
    expect(words(shown, one)).toEqual([
      '! La ligne « Filles » de la question « Effectifs » s’affiche maintenant toujours.',
      'Le choix « asso » de la question « Statut » s’affiche maintenant toujours.',
    ])
  })

  it('says what happens to pages: what stood in a renamed page has not moved', () => {
    const renamed = form(
      page('place', 'Lieu', statut, nom, age),
      page('budget', 'Budget', table, grille, bloc),
    )
    expect(words(renamed)).toEqual(['! La page « Lieu » change de nom : « lieu » devient « place ».'])
    const removed = form(page('budget', 'Budget', table, grille, bloc, statut, nom, age))
    expect(words(removed)).toEqual([
      'La question « Statut » passe dans « Budget ».',
      'La question « Nom » passe dans « Budget ».',
      'La question « Âge » passe dans « Budget ».',
      '! La page « Lieu » disparaît.',
    ])
  })

  it('says what form.json marks otherwise', () => {
    const marks: Json = {
      ...info,
      title: 'Bilan annuel',
      estimatedMinutes: 20,
      sections: [
        { name: 'lieu', title: 'Lieu', role: 'saisie-financiere' },
        { name: 'budget', title: 'Budget', role: 'saisie-financiere' },
      ],
      prefilled: { projet: 'project.name', nom: 'organisation.name' },
      toPrepare: ['Le budget.', 'Les statuts.'],
    }
    expect(words({ ...before, info: marks })).toEqual([
      'Le nom du questionnaire : « Bilan annuel » au lieu de « Bilan ».',
      'La page « Lieu » est remplie par le rôle « saisie financière », et non plus « saisie activité ».',
      '! La réponse à « nom » est remplie d’avance par la plateforme.',
      'À préparer : « Les statuts. » apparaît.',
      'Le temps annoncé, en minutes : maintenant 20.',
    ])
  })
  it('tells in words what is to be prepared when only its order changes', () => {
    const listed = (toPrepare: string[]) => ({ definition: { pages: [] }, info: { toPrepare } })
    expect(changesBetween(listed(['a', 'b']), listed(['b', 'a'])).map(({ words }) => words)).toEqual([
      'Ce qui est à préparer est rangé autrement.',
    ])
  })

  it('says what becomes of coherence rules, by their number', () => {
    const rule = (id: string, more: Json = {}): Json => ({
      ...{ id, kind: 'warning', title: `Règle ${id}` },
      checks: [{ check: 'each', values: ['/age'], min: 8, max: 12, message: 'Vérifiez {value}.' }],
      ...more,
    })
    const check = (more: Json): Json => ({ check: 'each', values: ['/age'], min: 8, max: 12, ...more })
    const withRules = (...coherence: Json[]) => ({ ...before, info: { ...info, coherence } })
    const from = withRules(...['R1', 'R2', 'R3', 'R4', 'R5', 'R6'].map((id) => rule(id)))
    const to = withRules(
      rule('R2', { kind: 'blocking' }),
      rule('R1'),
      rule('R3', { checks: [check({ max: 15, message: 'Vérifiez {value}.' })] }),
      rule('R4', { checks: [check({ message: 'Regardez {value}.' })], title: 'Autrement dit' }),
      rule('R5', { checks: [check({ values: ['/nom'] })] }),
      rule('R7', { kind: 'blocking' }),
    )
    expect(
      changesBetween(from, to).map(({ words, effect }) => (effect === 'answers' ? `! ${words}` : words)),
    ).toEqual([
      '! La règle R2 « Règle R2 » devient bloquante : une explication ne suffit plus.',
      '! La règle R3 « Règle R3 » change de seuil : au plus 15 au lieu de 12.',
      'La règle R4 s’intitule « Autrement dit », et non plus « Règle R4 ».',
      'La règle R4 « Autrement dit » change de message.',
      '! La règle R5 « Règle R5 » ne contrôle plus la même chose.',
      '! La règle R7 « Règle R7 » apparaît : elle bloque la transmission.',
      'La règle R6 « Règle R6 » disparaît.',
    ])
    expect(changesBetween(to, from).map(({ words }) => words)).toContain(
      'La règle R2 « Règle R2 » ne bloque plus : elle demande une explication.',
    )
    expect(changesBetween(from, to)[0]?.pointer).toBe('/info/coherence/0')
    const moved = withRules(rule('R2'), rule('R1'))
    expect(changesBetween(withRules(rule('R1'), rule('R2')), moved).map(({ words }) => words)).toEqual([
      'Les règles de cohérence : changement.',
    ])
  })

  it('leads to the place and the question of each change', () => {
    const { pointer, question, kind } = told(first(statut, { ...nom, isRequired: true }, age))[0] ?? {}
    expect([kind, pointer, question]).toEqual([
      'required',
      '/definition/pages/0/elements/1/isRequired',
      'nom',
    ])
    const [gone] = told(first(statut, age))
    expect([gone?.kind, gone?.pointer, gone?.question]).toEqual([
      'question-removed',
      '/definition/pages/0/elements/1',
      'nom',
    ])
  })

  it('goes with a patch that makes one content of the other', () => {
    const after = second(bloc, { ...table, columns: [] }, { type: 'comment', name: 'avis' })
    expect(applyPatch(before, patchBetween(before, after))).toEqual(after)
  })
})
