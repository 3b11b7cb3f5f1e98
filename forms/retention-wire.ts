// What travels of how long answers are kept.
import * as z from 'zod'
import { retention } from './retention.ts'

const { least, most } = retention
const sentence = `Donnez un nombre de mois entier, de ${least} à ${most}.`

/** How many months a campaign keeps its answers after its last day. */
export const KeptMonths = z.int(sentence).min(least, sentence).max(most, sentence)
