// SPDX-License-Identifier: Apache-2.0
// Writes a good AsyncAPI document of each version and all that come of it by one change, into the folder named: a member
// too many, one of one's own, one less, and every value replaced by another. Prints FILE POINTER CHANGE.
import { writeFileSync } from 'node:fs'
const folder = process.argv[2]
const flow = (version, urls) =>
  ({ ...urls, refreshUrl: 'https://a.example/r', [version < '3' ? 'scopes' : 'availableScopes']: { 'a:b': 'all' } })
const schemes = version => ({
  user: { type: 'userPassword', description: 'd' }, key: { type: 'apiKey', in: 'user' }, cert: { type: 'X509' },
  http: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, head: { type: 'httpApiKey', name: 'k', in: 'header' },
  sasl: { type: 'scramSha256' }, oidc: { type: 'openIdConnect', openIdConnectUrl: 'https://a.example/o' },
  oauth: { type: 'oauth2', flows: {
    implicit: flow(version, { authorizationUrl: 'https://a.example/a' }),
    clientCredentials: flow(version, { tokenUrl: 'https://a.example/t' }),
    authorizationCode: flow(version, { authorizationUrl: 'https://a.example/a', tokenUrl: 'https://a.example/t' }) } } })
const payload = { type: 'object', required: ['a'], properties: { a: { type: 'string' } } }
const message = { name: 'm', title: 't', summary: 's', contentType: 'application/json', headers: { type: 'object' }, payload,
  correlationId: { description: 'd', location: '$message.header#/c' }, tags: [{ name: 't' }], deprecated: true,
  externalDocs: { url: 'https://a.example' } }
const info = { title: 'T', version: '1', contact: { name: 'n', url: 'https://a.example' }, license: { name: 'l' } }
const good = {
  '2.6.0': { asyncapi: '2.6.0', id: 'urn:a:b', info, defaultContentType: 'application/json', tags: [{ name: 't' }],
    servers: { s: { url: 'a.example', protocol: 'https', security: [{ http: [] }],
      variables: { v: { enum: ['a'], default: 'a' } } } },
    channels: { 'c/{p}': { description: 'd', servers: ['s'],
      parameters: { p: { schema: { type: 'string' }, location: '$message.payload#/a' } },
      publish: { operationId: 'o', message: { oneOf: [{ $ref: '#/components/messages/m' }, { payload: true }] } },
      subscribe: { traits: [{ summary: 's' }], message: { payload: { type: 'object' } } } } },
    components: { messages: { m: message }, securitySchemes: schemes('2.6.0') } },
  '3.0.0': { asyncapi: '3.0.0', id: 'urn:a:b', info: { ...info, tags: [{ name: 't' }] },
    servers: { s: { host: 'a.example', pathname: '/p', protocol: 'https', security: [{ $ref: '#/components/securitySchemes/http' }] } },
    channels: { c: { address: 'c/{p}', servers: [{ $ref: '#/servers/s' }],
      parameters: { p: { enum: ['a'], location: '$message.payload#/a' } }, messages: { m: message } } },
    operations: { o: { action: 'send', channel: { $ref: '#/channels/c' }, messages: [{ $ref: '#/channels/c/messages/m' }],
      reply: { address: { location: '$message.header#/r' }, channel: { $ref: '#/channels/c' } } } },
    components: { securitySchemes: schemes('3.0.0') } } }

function* changes(value, at) {
  if (value && typeof value === 'object' && !Array.isArray(value)) {
    for (const name of ['zz', 'x-zz']) yield [`${at}/${name}`, 'added', { ...value, [name]: 1 }]
    for (const name of Object.keys(value)) {
      const { [name]: one, ...rest } = value
      yield [`${at}/${name}`, 'away', rest]
    }
  }
  if (value && typeof value === 'object')
    for (const [name, one] of Object.entries(value)) {
      const whole = other => Array.isArray(value) ? Object.assign([...value], { [name]: other }) : { ...value, [name]: other }
      for (const other of [1, 'x', [], {}, null, true])
        if (JSON.stringify(other) !== JSON.stringify(one)) yield [`${at}/${name}`, JSON.stringify(other), whole(other)]
      for (const [where, what, changed] of changes(one, `${at}/${name}`)) yield [where, what, whole(changed)]
    }
}

for (const [version, document] of Object.entries(good)) {
  let number = 0
  for (const [where, what, changed] of [['', 'good', document], ...changes(document, '')]) {
    const file = `${version}-${number++}.json`
    writeFileSync(`${folder}/${file}`, JSON.stringify(changed))
    console.log(file, where.replaceAll(' ', '_') || '/', what)
  }
}
