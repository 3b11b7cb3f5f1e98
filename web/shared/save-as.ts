/** Saves what a page holds as a file of the person's. A link to the API cannot: it answers to a token in memory. */
export const saveAs = (content: Blob, name: string): void => {
  const url = URL.createObjectURL(content)
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  URL.revokeObjectURL(url)
}
