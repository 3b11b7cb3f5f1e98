import { renameSync, writeFileSync } from 'node:fs'

/** Writes a file whole or not at all, readable by its owner only: a kill in the middle leaves the earlier one. */
export const writeWhole = (path: string, content: string): void => {
  const temporary = `${path}.${process.pid}.tmp`
  writeFileSync(temporary, content, { mode: 0o600 })
  renameSync(temporary, path)
}
