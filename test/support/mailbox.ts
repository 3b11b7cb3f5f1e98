// What arrived in the demo mailbox, read from the files it keeps.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeptMail } from '../../infra/local/mailbox.ts'

/** Every letter kept under a data folder, in the order they came. */
export const letters = (dataDir: string): KeptMail[] => {
  const folder = join(dataDir, 'mails')
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.toSorted().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
}

/** The letters to an address that speak of something, once one has come (or at once, with `none`). */
export const lettersTo = async (
  { dataDir }: { dataDir: string },
  email: string,
  about: string,
  { none = false } = {},
): Promise<KeptMail[]> => {
  for (;;) {
    const found = letters(dataDir).filter(({ to, text }) => to === email && text.includes(about))
    if (none || found.length > 0) return found
    await new Promise((done) => setTimeout(done, 50))
  }
}
