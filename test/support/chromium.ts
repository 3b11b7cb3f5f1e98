// Where a Chromium is for the browser tests. Its headless shell comes first: it does the same for two thirds of the CPU,
// since there is no window that it draws.
import { existsSync } from 'node:fs'

/** Of Debian's packages. */
const places = ['/usr/lib/chromium/chromium-headless-shell', '/usr/bin/chromium']

/** The path of a Chromium, `CHROMIUM_PATH` before any other; undefined when there is none. */
export const chromiumPath: string | undefined = [process.env.CHROMIUM_PATH ?? places]
  .flat()
  .find((path) => existsSync(path))

export const TO_INSTALL = 'apt-get install -y chromium-headless-shell (or chromium), or set CHROMIUM_PATH.'
