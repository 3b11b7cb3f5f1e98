// First in every bundle of the site: zod tries whether it may compile code, which the site's CSP refuses and
// reports. Told beforehand, it does not try. (zod/v4/core reads this when it loads.)
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
