import { describe, expect, it } from 'vitest'
import { readDefinition } from '../../forms/definition.ts'
import { moveAnswers } from '../../forms/moving/move-answers.ts'
import { valueWords } from '../../forms/moving/value-words.ts'

const places = (...choices: { value: string; text: string }[]) => ({
  definition: {
    pages: [
      {
        name: 'lieux',
        elements: [
          {
            type: 'checkbox',
            name: 'ou',
            title: 'Où se tiennent les séances ?',
            choices,
            showNoneItem: true,
          },
          { type: 'text', name: 'debut', inputType: 'date' },
          {
            type: 'matrixdropdown',
            name: 'horaires',
            rows: [{ value: 'lun', text: 'Lundi' }],
            columns: [{ name: 'qd', title: 'Quand', cellType: 'dropdown', choices }],
          },
        ],
      },
    ],
  },
  info: { prefilled: {} },
})
const before = places({ value: 'a_l_ecole', text: 'À l’école' }, { value: 'mairie', text: 'En mairie' })
const after = places({ value: 'mairie', text: 'En mairie' })
const asked = (name: string) => readDefinition(before).questions.find((one) => one.name === name)

describe('a value of an older version', () => {
  it('is said by the titles that it had there', () => {
    expect(valueWords(asked('ou'), ['a_l_ecole', 'mairie'])).toBe('À l’école, En mairie')
    expect(valueWords(asked('ou'), ['none'])).toBe('Aucun')
    expect(valueWords(asked('debut'), '2024-09-01')).toBe('1er septembre 2024')
    expect(valueWords(asked('horaires'), { lun: { qd: 'a_l_ecole' } })).toBe(
      'Lundi\u00a0: Quand\u00a0: À l’école',
    )
    expect(valueWords(undefined, 12.5)).toBe('12,5')
  })

  it('is told with them when it has no place any more', () => {
    const { lost } = moveAnswers(
      { from: before, to: after, mapping: { questions: {}, choices: {}, rows: {} } },
      { ou: ['a_l_ecole'], horaires: { lun: { qd: 'a_l_ecole' } } },
    )
    expect(lost).toMatchObject([
      { title: 'Où se tiennent les séances ?', words: 'À l’école', reason: 'Ce choix n’existe plus.' },
      { title: 'Quand', words: 'À l’école' },
    ])
  })
})
