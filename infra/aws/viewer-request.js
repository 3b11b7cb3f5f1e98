// CloudFront runs this before its cache, on every address of the site itself. FILES (the addresses that exist),
// COMPRESSED (what the build compressed) and NOT_FOUND (our page and its headers) are put before it at synth.
// CloudFront's own error pages cannot serve: they would replace the problems that the API answers as well.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  var request = event.request
  var path = request.uri.endsWith('/') ? `${request.uri}index.html` : request.uri
  if (!isThere(path) && isThere(`${path}/index.html`)) path = `${path}/index.html`
  if (!isThere(path)) return NOT_FOUND
  request.uri = COMPRESSED.test(path) && takesBrotli(request) ? `${path}.br` : path
  return request
}

// Assets of the version before are still asked for by pages that are open.
function isThere(path) {
  return path.startsWith('/assets/') || path === '/config.json' || FILES.has(path)
}

function takesBrotli(request) {
  var header = request.headers['accept-encoding']
  return header !== undefined && /\bbr\b/.test(header.value)
}
