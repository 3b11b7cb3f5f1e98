import type { ResponseView } from '../../forms/response-wire.ts'
import { useServerNow } from '../shared/clock.ts'

const HOUR_MS = 3_600_000

/** The server's clock beside a dossier: each second in its last hour, and never before the reply that is shown. */
export const useNow = ({ closesAt, now: told }: Pick<ResponseView, 'closesAt' | 'now'>): string => {
  const isNear = Date.parse(closesAt) - Date.parse(told) < HOUR_MS
  const now = useServerNow(isNear ? 1000 : 20_000)
  return [now, told].toSorted().at(-1) ?? told
}
