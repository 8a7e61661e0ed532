const Handlebars = require('handlebars');
Handlebars.registerHelper('t', (key, options) => require(`./strings/${options.data.root.locale}.json`)[key]);
Handlebars.registerHelper('formatDate', (date) => new Intl.DateTimeFormat('en-GB').format(date));
