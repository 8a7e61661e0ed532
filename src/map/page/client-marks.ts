/** Highlights in the pictures: silos, links between them, cells of the matrix. */
export const clientMarks = `
const svg = 'http://www.w3.org/2000/svg';
const overlay = document.createElementNS(svg, 'path');
overlay.setAttribute('class', 'overlay');
const sheet = document.querySelector('.matrix');
sheet.append(overlay);
const hiddenSilos = new Set();

/** Brings out some systems and flows, and pales the rest; without any everything is as at first. */
function mark(chosenSystems, chosenFlows) {
  const any = chosenSystems.length + chosenFlows.length > 0;
  document.body.classList.toggle('marked', any);
  const silos = new Set([...chosenSystems, ...chosenFlows.flatMap(([a, b]) => [a, b])].map((system) => groups[systems[system][2]][0]));
  const pairs = new Set(chosenFlows.flatMap(([a, b]) => {
    const [x, y] = [groups[systems[a][2]][0], groups[systems[b][2]][0]];
    return [JSON.stringify([x, y]), JSON.stringify([y, x])];
  }));
  for (const box of all('#silos .group, #heat .silo-row')) box.classList.toggle('on', silos.has(box.dataset.silo));
  for (const link of all('#silos .link')) link.classList.toggle('on', pairs.has(JSON.stringify([link.dataset.a, link.dataset.b])));
  bridge(chosenFlows.length > 12 ? [] : [...pairs].map((pair) => JSON.parse(pair)));
  const { size } = matrix;
  const cell = ([from, to]) => 'M' + systems[to][5] * size + ' ' + systems[from][5] * size + 'h' + size + 'v' + size + 'h-' + size + 'z';
  const total = systems.length * size;
  const cross = chosenSystems.length > 8 ? [] : chosenSystems.map((system) => {
    const at = systems[system][5] * size;
    return 'M0 ' + at + 'h' + total + 'v' + size + 'h-' + total + 'zM' + at + ' 0v' + total + 'h' + size + 'v-' + total + 'z';
  });
  overlay.setAttribute('d', chosenFlows.map(cell).join(''));
  crossing.setAttribute('d', cross.join(''));
}
const crossing = document.createElementNS(svg, 'path');
crossing.setAttribute('class', 'crossing');
sheet.insertBefore(crossing, overlay);

/** Lines between silos whose link is too light to be drawn, while a way over it is shown. */
const bridges = document.createElementNS(svg, 'path');
bridges.setAttribute('class', 'bridge');
document.querySelector('#silos .group')?.parentNode.before(bridges);
function bridge(pairs) {
  const drawn = new Set(all('#silos .link').flatMap(({ dataset: { a, b } }) => [a + '>' + b, b + '>' + a]));
  const middle = (silo) => {
    const box = all('#silos .group').find((group) => group.dataset.silo === silo).querySelector('rect');
    const side = (key) => Number(box.getAttribute(key));
    return (side('x') + side('width') / 2) + ' ' + (side('y') + side('height') / 2);
  };
  bridges.setAttribute('d', pairs.filter(([a, b]) => a < b && !drawn.has(a + '>' + b)).map(([a, b]) => 'M' + middle(a) + 'L' + middle(b)).join(''));
}

function applySilos() {
  for (const box of all('#silos .group, #heat .silo-row')) box.classList.toggle('away', hiddenSilos.has(box.dataset.silo));
  for (const link of all('#silos .link')) link.classList.toggle('away', hiddenSilos.has(link.dataset.a) || hiddenSilos.has(link.dataset.b));
  const shown = groups.length - hiddenSilos.size;
  $('silo-count').textContent = shown + ' of ' + groups.length + ' shown';
}
$('silo-choice').addEventListener('change', ({ target }) => {
  if (target.checked) hiddenSilos.delete(target.value); else hiddenSilos.add(target.value);
  applySilos();
});
for (const button of all('[data-silos]')) button.addEventListener('click', () => {
  for (const box of all('#silo-choice input')) {
    box.checked = button.dataset.silos === 'all';
    if (box.checked) hiddenSilos.delete(box.value); else hiddenSilos.add(box.value);
  }
  applySilos();
});

const picture = document.querySelector('#matrix svg');
const whole = [picture.getAttribute('viewBox'), picture.getAttribute('width'), picture.getAttribute('height')];
const names = document.createElementNS(svg, 'g');
names.setAttribute('class', 'axis');
sheet.append(names);
/** Zooms the matrix to the systems of one silo, with their names. */
function zoom(block) {
  names.replaceChildren();
  sheet.classList.toggle('zoomed', block !== undefined);
  if (block === undefined) {
    for (const [i, key] of ['viewBox', 'width', 'height'].entries()) picture.setAttribute(key, whole[i]);
    return;
  }
  const { size, left, top } = matrix;
  const [, start, length] = block;
  const from = start * size;
  const side = length * size;
  const pixel = Math.max(side, size * 14) / 620;
  const pad = 190 * pixel;
  for (const system of systems) {
    const row = system[5];
    if (row < start || row >= start + length) continue;
    for (const turned of [false, true]) {
      const text = document.createElementNS(svg, 'text');
      const at = (row + 0.5) * size;
      text.textContent = system[1].length > 26 ? system[1].slice(0, 25) + '…' : system[1];
      text.style.fontSize = Math.min(12 * pixel, size * 0.8) + 'px';
      text.setAttribute('class', turned ? '' : 'end');
      text.setAttribute('transform', turned ? 'translate(' + (at + size * 0.25) + ' ' + (from - 6 * pixel) + ') rotate(-60)' : 'translate(' + (from - 6 * pixel) + ' ' + (at + size * 0.25) + ')');
      names.append(text);
    }
  }
  picture.setAttribute('viewBox', [left + from - pad, top + from - pad, side + pad * 1.3, side + pad * 1.05].join(' '));
  picture.setAttribute('width', '820');
  picture.setAttribute('height', String(820 * (side + pad * 1.05) / (side + pad * 1.3)));
}
$('zoom').addEventListener('change', ({ target }) => zoom(matrix.blocks[Number(target.value)]));
`;
