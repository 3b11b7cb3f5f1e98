import * as z from 'zod'
import type { Answers } from '../../forms/nouns/scalars.ts'

const Level = z.object({ filles: z.number(), garcons: z.number() })
const Counted = z.looseObject({
  participants: z.object({ elementaire: Level, college: Level, lycee: Level }),
  intervenants_salaries: z.number(),
  intervenants_vacataires: z.number(),
  intervenants_benevoles: z.number(),
})

/** Answers to clas-bilan with the dossier's values and, worked out apart from the checker, what the form computes. */
export const completedBilan = (answers: Answers, prefilled: Answers): Answers => {
  const counted = Counted.parse(answers)
  const { elementaire, college, lycee } = counted.participants
  const filles = elementaire.filles + college.filles + lycee.filles
  const garcons = elementaire.garcons + college.garcons + lycee.garcons
  const withTotal = (level: z.infer<typeof Level>) => ({ ...level, total: level.filles + level.garcons })
  return {
    ...answers,
    ...prefilled,
    participants: {
      elementaire: withTotal(elementaire),
      college: withTotal(college),
      lycee: withTotal(lycee),
    },
    'participants-total': { filles, garcons, total: filles + garcons },
    intervenants_total:
      counted.intervenants_salaries + counted.intervenants_vacataires + counted.intervenants_benevoles,
  }
}
