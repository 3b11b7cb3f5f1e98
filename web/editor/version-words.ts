/** Which version the draft will be once it is published. */
export const versionWords = (latest: number | undefined): string =>
  latest === undefined
    ? 'Brouillon de la version 1 : rien n’est encore publié.'
    : `Brouillon de la version ${latest + 1} : la version ${latest} est publiée.`
