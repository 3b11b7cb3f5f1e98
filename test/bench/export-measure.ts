import * as z from 'zod'
import { ExportFormat } from '../../forms/exports/wire.ts'

/** When the exports of the measure are asked for and written. */
export const NOW = '2024-07-20T09:00:00.000Z'

export const ExportMeasure = z.object({
  format: ExportFormat,
  dossiers: z.int(),
  seconds: z.number(),
  /** The most memory the process ever had, resident: code, heap and buffers. */
  peakMB: z.number(),
  fileMB: z.number(),
})
export type ExportMeasure = z.infer<typeof ExportMeasure>

export const ResultsMeasure = z.object({
  dossiers: z.int(),
  seconds: z.number(),
  cpuSeconds: z.number(),
  peakMB: z.number(),
  /** Compressed, as it travels. */
  replyKB: z.number(),
})
export type ResultsMeasure = z.infer<typeof ResultsMeasure>
