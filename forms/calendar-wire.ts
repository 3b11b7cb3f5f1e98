// What travels about the address of a calendar.
import * as z from 'zod'
import { Instant } from './nouns/scalars.ts'

/** GET /calendar: since when the caller has a calendar address, if they have one. */
export const CalendarState = z.object({ createdAt: Instant.optional() })
export type CalendarState = z.infer<typeof CalendarState>

/** POST /calendar: the address, told once. */
export const CalendarAddress = z.object({ url: z.url(), createdAt: Instant })
export type CalendarAddress = z.infer<typeof CalendarAddress>
