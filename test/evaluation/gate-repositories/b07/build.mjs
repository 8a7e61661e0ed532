import mjml2html from 'mjml';
import nunjucks from 'nunjucks';

const env = nunjucks.configure('mail');
env.addFilter('date', (value, format) => formatDate(value, format));
export const render = (name, data) => mjml2html(env.render(name, data)).html;
