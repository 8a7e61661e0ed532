/** A key with all but its last two characters hidden; a short one is hidden whole. */
export const mask = (key: string): string => {
  const characters = [...key];
  return characters.length < 6 ? '***' : `***${characters.slice(-2).join('')}`;
};
