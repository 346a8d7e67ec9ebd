// The arrow of src/README.md as a lint rule: a layer may import only the layers named beside it.
// Features never import a sibling feature. Test files may also reach e2e/fixtures.
const MAY_IMPORT = {
  domain: ['domain'],
  engine: ['domain', 'engine'],
  state: ['domain', 'engine', 'state'],
  ui: ['domain', 'ui'],
  features: ['domain', 'state', 'ui', 'features'],
  app: ['domain', 'engine', 'state', 'ui', 'features', 'app'],
  gateway: ['domain', 'gateway'],
}

const EFFECT_FREE_PACKAGES = /^(valibot|fast-check|vitest|@valibot\/to-json-schema|@noble\/hashes\/.+)$/
const PACKAGES_REFUSED = {
  domain: (name) => !EFFECT_FREE_PACKAGES.test(name),
  engine: (name) => /^(react|react-dom|zustand|wouter|@tanstack\/react-query)(\/|$)/.test(name),
}

function placeOf(path) {
  const [, layer, folder] = /(?:^|\/|#)src\/([^/]+)\/(?:([^/]+)\/)?/.exec(path) ?? []
  return { layer, folder }
}

function packageFault(from, name) {
  return PACKAGES_REFUSED[from.layer]?.(name) ? `${from.layer} may not use the package ${name}` : null
}

function layerFault(from, to) {
  if (to.layer === undefined) return null
  if (!MAY_IMPORT[from.layer].includes(to.layer)) return `${from.layer} may not import ${to.layer}`
  const sibling = from.layer === 'features' && to.layer === 'features' && from.folder !== to.folder
  return sibling ? `the feature ${from.folder} may not import its sibling ${to.folder}` : null
}

function fault(from, specifier, isTest) {
  if (specifier.startsWith('./')) return null
  if (specifier.startsWith('#src/')) return layerFault(from, placeOf(specifier))
  if (isTest) return null
  return specifier.startsWith('#e2e/') ? 'src never imports e2e' : packageFault(from, specifier)
}

const importDirection = {
  create(context) {
    const filename = context.filename.replaceAll('\\', '/')
    const from = placeOf(filename)
    if (!(from.layer in MAY_IMPORT)) return {}
    const isTest = /\.test\.tsx?$/.test(filename)
    const check = (node) => {
      if (typeof node.source?.value !== 'string') return
      const message = fault(from, node.source.value, isTest)
      if (message !== null) context.report({ node, message: `${message} (see src/README.md, The arrow)` })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    }
  },
}

export default { meta: { name: 'layers' }, rules: { 'import-direction': importDirection } }
