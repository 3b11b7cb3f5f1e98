import { expect, it } from 'vitest'
import { unsupported } from '../../forms/unsupported.ts'

it('a choice that holds questions is told: they would be neither drawn nor checked', () => {
  const inside = [{ type: 'text', name: 'lequel' }]
  const question = { type: 'radiogroup', name: 'lieu', choices: ['a', { value: 'b', elements: inside }] }
  expect(unsupported({ elements: [question] })).toEqual([
    {
      pointer: '/elements/0/choices/1/elements',
      detail: 'Un choix ne porte pas de questions : mettez-les après, sous condition.',
    },
  ])
})
