import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Router } from 'express';
import helmet from 'helmet';

/** Where it is; everything that it needs is below. */
export const PAGE_PATH = '/v1/docs';

const DAY_MS = 86_400_000;

/** Swagger UI's own files. */
const FILES = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];
const FOLDER = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** Nothing from elsewhere, nothing inline; the library has its icons as data. */
const CONTENT_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Commonwatt gateway</title>
<link rel="icon" href="${PAGE_PATH}/favicon-32x32.png">
<link rel="stylesheet" href="${PAGE_PATH}/swagger-ui.css">
<link rel="stylesheet" href="${PAGE_PATH}/page.css">
<script src="${PAGE_PATH}/swagger-ui-bundle.js" defer></script>
<script src="${PAGE_PATH}/page.js" defer></script>
</head>
<body><noscript>The document itself is <a href="/v1/openapi.json">/v1/openapi.json</a>.</noscript><main id="page"></main></body>
</html>
`;

const SCRIPT = `SwaggerUIBundle(${JSON.stringify({
  url: '/v1/openapi.json',
  dom_id: '#page',
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  filter: true,
  validatorUrl: null,
})});
`;

/** On a phone there is no room for margins, and long codes have to break. */
const STYLE = `body { margin: 0; }
.swagger-ui .response-col_description { overflow-wrap: anywhere; }
@media (max-width: 600px) {
  .swagger-ui .wrapper { padding: 0 8px; }
  .swagger-ui .opblock-tag { flex-wrap: wrap; }
  .swagger-ui .opblock-tag small { flex-basis: 80%; padding: 0; }
  .swagger-ui table.parameters, .swagger-ui table.parameters tbody, .swagger-ui table.parameters tr,
  .swagger-ui table.responses-table, .swagger-ui table.responses-table tbody, .swagger-ui table.responses-table tr,
  .swagger-ui .parameters-col_name, .swagger-ui .parameters-col_description,
  .swagger-ui .response-col_status, .swagger-ui .response-col_description { display: block; width: auto; max-width: 94vw; }
  .swagger-ui table.responses-table thead, .swagger-ui .response-col_links { display: none; }
  .swagger-ui .opblock .opblock-summary-path { max-width: 100%; font-size: 13px; }
  .swagger-ui .opblock .opblock-summary { flex-wrap: wrap; }
  .swagger-ui .opblock .opblock-summary-description { padding: 4px 0; }
}
`;

/** The document as a page, to read and to try requests in. */
export function documentPage(): Router {
  const router = Router();
  router.use(helmet.contentSecurityPolicy(CONTENT_POLICY));
  for (const [path, type, content] of [
    ['/', 'html', PAGE],
    ['/page.js', 'js', SCRIPT],
    ['/page.css', 'css', STYLE],
  ] as const)
    router.get(path, (_request, response) => {
      response.type(type).send(content);
    });
  for (const file of FILES)
    router.get(`/${file}`, (_request, response) => {
      response.sendFile(file, { root: FOLDER, maxAge: DAY_MS });
    });
  return router;
}
