import { describe, expect, it } from 'vitest';
import { type AssignedColumn, assignRoles } from '../../src/linkage/roles/assign.js';
import type { ColumnRole } from '../../src/linkage/roles/recognise.js';
import { roleOf } from '../../src/linkage/roles/typed.js';

const none = { mapped: new Map<string, ColumnRole>(), ignored: new Set<string>() };
const rolesOf = (header: string, options = none): string[] =>
  assignRoles(header.split(','), options).map(({ role, left }) => role ?? `(${left})`);
const one = (header: string): AssignedColumn => assignRoles([header], none)[0]!;

describe('the role of a column is told by its name', () => {
  it.each([
    ['rec_id', 'record_id'],
    ['Unique ID', 'record_id'],
    ['firstName', 'given_name'],
    ['FNAME', 'given_name'],
    ['Vorname', 'given_name'],
    ['Prénom', 'given_name'],
    ['الاسم الأول', 'given_name'],
    ['نام کوچک', 'given_name'],
    ['Surname', 'family_name'],
    ['last name', 'family_name'],
    ['Nachname', 'family_name'],
    ['Nom de famille', 'family_name'],
    ['Apellidos', 'family_name'],
    ['اسم العائلة', 'family_name'],
    ['نام خانوادگی', 'family_name'],
    ['نام‌خانوادگی', 'family_name'],
    ['Full Name', 'full_name'],
    ['name', 'full_name'],
    ['DOB', 'date_of_birth'],
    ['Geb.-Datum', 'date_of_birth'],
    ['Date de naissance', 'date_of_birth'],
    ['Fecha de Nacimiento', 'date_of_birth'],
    ['تاريخ الميلاد', 'date_of_birth'],
    ['تاریخ تولد', 'date_of_birth'],
    ['Geschlecht', 'gender'],
    ['E-Mail', 'email'],
    ['contact.email', 'email'],
    ['Correo electrónico', 'email'],
    ['البريد الإلكتروني', 'email'],
    ['پست الکترونیک', 'email'],
    ['Mobile No.', 'phone'],
    ['Handynummer', 'phone'],
    ['شماره تلفن همراه', 'phone'],
    ['رقم الجوال', 'phone'],
    ['Hausnr.', 'street_number'],
    ['street_number', 'street_number'],
    ['address_1', 'street'],
    ['Straße', 'street'],
    ['Calle', 'street'],
    ['العنوان', 'street'],
    ['address_2', 'address_line'],
    ['suburb', 'city'],
    ['Wohnort', 'city'],
    ['شهر', 'city'],
    ['PLZ', 'postcode'],
    ['Código Postal', 'postcode'],
    ['ZIP5', 'postcode'],
    ['postcode_fake', 'postcode'],
    ['کد پستی', 'postcode'],
    ['Bundesland', 'state'],
    ['Pays', 'country'],
    ['soc_sec_id', 'national_id'],
    ['کد ملی', 'national_id'],
    ['الرقم القومي', 'national_id'],
    ['Geburtsort', 'birth_place'],
    ['birth_place', 'birth_place'],
    ['occupation', 'occupation'],
    ['Beruf', 'occupation'],
    ['Kd-Nr.', 'key'],
    ['customer_no', 'key'],
    ['IBAN', 'key'],
  ])('%s is %s', (header, role) => {
    expect(one(header)).toEqual({ header, role, from: 'name' });
  });

  it.each(['cluster', 'person_id', 'entity_id', 'updated_at', 'is_duplicate', 'source_system', 'label'])(
    '%s is never compared',
    (header) => {
      expect(one(header)).toEqual({ header, left: 'never compared' });
    },
  );

  it.each(['shoe_size', 'x7', '', 'balance'])("'%s' is left alone", (header) => {
    expect(one(header)).toEqual({ header, left: 'unknown' });
  });
});

describe('columns of one file share roles', () => {
  it.each([
    ['Name,Vorname', 'family_name,given_name'],
    ['nom,prénom', 'family_name,given_name'],
    ['nombre,apellidos', 'given_name,family_name'],
    ['نام,نام خانوادگی', 'given_name,family_name'],
    ['name,surname', 'given_name,family_name'],
    ['full_name,first_name,surname', '(said by others),given_name,family_name'],
    ['id,customer_id,record_id', '(doubled),key,record_id'],
    ['email,email_2', 'email,(doubled)'],
    ['address,address_line_2,address3', 'street,address_line,address_line'],
    ['first_name,given', 'given_name,(doubled)'],
  ])('%s are %s', (header, roles) => {
    expect(rolesOf(header).join()).toBe(roles);
  });

  it('what the command line says comes first, and takes the role from others', () => {
    const options = { mapped: new Map([['b', 'email' as const]]), ignored: new Set(['c']) };
    expect(rolesOf('email,b,c', options)).toEqual(['(doubled)', 'email', '(ignored)']);
  });
});

describe('a role may be typed', () => {
  it.each([
    ['family_name', 'family_name'],
    ['surname', 'family_name'],
    ['dob', 'date_of_birth'],
    ['name', 'full_name'],
    ['other', 'other'],
    ['کد پستی', 'postcode'],
    ['shoe', undefined],
    ['cluster', undefined],
  ])('%s means %s', (typed, role) => {
    expect(roleOf(typed)).toBe(role);
  });
});
