'use strict';

SwaggerUIBundle({
  url: '/openapi',
  dom_id: '#api',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  tagsSorter: 'alpha',
  operationsSorter: 'method',
  // Nothing is sent to a validator elsewhere, and no token is kept.
  validatorUrl: null,
  persistAuthorization: false,
});
