/**
 * Fields for the data categories of the default taxonomy, https://ethyca.github.io/fideslang/taxonomy/data_categories/.
 * What stands below a category stands below the field; every other category is a branch of its own.
 */
export const fieldsOfCategories: Readonly<Record<string, string>> = {
  'user.name': 'person.name',
  'user.demographic.date_of_birth': 'person.date_of_birth',
  'user.demographic.language': 'person.language',
  'user.government_id.national_identification_number': 'person.national_id',
  'user.contact': 'contact',
  'user.contact.email': 'contact.email',
  'user.contact.phone_number': 'contact.phone',
  'user.contact.address': 'contact.postal_address',
  'user.privacy_preferences': 'preference',
  'user.unique_id': 'key.user_id',
  'user.device.device_id': 'key.device_id',
};
