// What a person writes for others to read.
import * as z from 'zod'
import { formatNumber } from './money.ts'

/** A text of at least 3 characters, and at most as many. */
export const words = (most: number) =>
  z
    .string()
    .trim()
    .min(3, 'Écrivez au moins 3 caractères.')
    .max(most, `Écrivez ${formatNumber(most)} caractères au plus.`)

/** Why something was done. */
export const Reason = words(500)
