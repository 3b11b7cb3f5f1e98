// Where files share a process (`isolate: false`), each finds its environment as the first one did, and our modules anew,
// with what they keep: clients by their address, versions by their id. What npm brings stays loaded, and warm.
import { vi } from 'vitest'

declare global {
  var environmentAtFirst: NodeJS.ProcessEnv | undefined
}

globalThis.environmentAtFirst ??= { ...process.env }
const environment = globalThis.environmentAtFirst
for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
Object.assign(process.env, environment)
vi.resetModules()
