// One measure in a process of its own: the clients of the store keep the endpoints that they first met, and each
// measure starts a platform or parts of its own. `node test/bench/measure.ts fillPage` prints it.
import { measureCockpit } from './cockpit.ts'
import { measureEditor } from './editor.ts'
import { measureHandlers } from './handlers.ts'
import { measureFillPage } from './pages.ts'

export const measures = {
  handlers: () => measureHandlers(),
  fillPage: () => measureFillPage(),
  cockpit: () => measureCockpit(),
  editor: () => measureEditor(),
}

const wanted = process.argv[2]
for (const [name, measure] of Object.entries(measures)) {
  if (name !== wanted) continue
  const result = await measure()
  if (!process.send) console.log(result)
  await new Promise((sent) => (process.send ? process.send(result, sent) : sent(undefined)))
  process.exit(0)
}
