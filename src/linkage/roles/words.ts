/** What columns are called, by role, in English, German, French, Spanish, Arabic and Persian, and usual abbreviations. */
export const roleWords = {
  record_id: [
    'record id|rec id|recid|record|record no|record number|record key|unique id|uid|uuid|guid|id|row id|rowid|key|pk',
    'datensatz id|satz id|satznummer|datensatznummer|lfd nr|identifiant|id enregistrement|identificador|id registro',
    'معرف|المعرف|رقم السجل|معرف السجل|شناسه|شناسه رکورد|شماره رکورد',
  ],
  given_name: [
    'given name|given names|givenname|first name|firstname|fname|forename|forenames|christian name|given|first|name first',
    'vorname|vornamen|rufname|prenom|prenoms|nombre de pila|primer nombre|nombres',
    'الاسم الاول|اسم اول|الاسم الشخصی|نام کوچک',
  ],
  family_name: [
    'family name|familyname|surname|sname|last name|lastname|lname|second name|family|last|name last|sur name',
    'nachname|familienname|zuname|nom de famille|nom famille|apellido|apellidos|primer apellido',
    'اسم العاءله|العاءله|اللقب|لقب العاءله|الکنیه|اسم العایله|نام خانوادگی|نام فامیل|نام خانوادگي|فامیل|فامیلی|شهرت',
  ],
  full_name: [
    'full name|fullname|complete name|person name|customer name|client name|contact name|display name|account holder|holder name|holder|policy holder|insured|insured name|emboss name|beneficiary|contact|customer|client',
    'first and surname|vollstandiger name|vor und nachname|name vorname|kundenname|nom complet|nom et prenom|nom prenom|nombre completo|nombre y apellidos',
    'الاسم الکامل|اسم العمیل|الاسم بالکامل|الاسم الثلاثی|الاسم الرباعی|نام کامل|نام و نام خانوادگی|نام مشتری|نام ونام خانوادگی',
  ],
  date_of_birth: [
    'date of birth|dob|birth date|birthdate|birthday|date birth|born|born on|d o b|bdate|b date|birth day',
    'geburtsdatum|geb datum|gebdat|geb|geburtstag|geb dat|date de naissance|date naissance|ne le|naissance|ddn|fecha de nacimiento|fecha nacimiento|fec nac|nacimiento|f nacimiento',
    'تاریخ المیلاد|تاریخ الولاده|المیلاد|تاریخ تولد|تاریخ تولّد|تولد',
  ],
  gender: ['gender|sex|sexe|geschlecht|genre|genero|sexo|civilite|anrede|الجنس|النوع|جنسیت|جنس'],
  email: [
    'email|e mail|mail|email address|e mail address|mail address|emailaddress|contact email|eml',
    'e mail adresse|mailadresse|email adresse|courriel|adresse mail|adresse e mail|adresse electronique|mel|correo|correo electronico|direccion de correo',
    'البرید الالکترونی|برید الکترونی|الایمیل|ایمیل|رایانامه|پست الکترونیک|پست الکترونیکی|نشانی الکترونیکی',
  ],
  phone: [
    'phone|phone number|phone no|telephone|telephone number|tel|tel no|mobile|mobile phone|mobile number|mobile no|cell|cell phone|cellphone|msisdn|contact number|phone e164|gsm|handphone',
    'telefon|telefonnummer|telefonnr|tel nr|rufnummer|handy|handynummer|mobil|mobilnummer|mobiltelefon|telephone portable|portable|numero de telephone|tel portable|telefono|telefono movil|movil|celular|numero de telefono',
    'الهاتف|رقم الهاتف|هاتف|الجوال|رقم الجوال|رقم الموبایل|المحمول|النقال|تلفن|شماره تلفن|موبایل|شماره موبایل|تلفن همراه|شماره همراه|همراه|شماره تماس',
  ],
  street_number: [
    'street number|street no|street nr|house number|house no|house nr|house|building number|str nr',
    'hausnummer|haus nr|hausnr|hnr|numero de rue|numero rue|numero de voie|no rue|numero|num|رقم المنزل|رقم المبنی|رقم البیت|پلاک|شماره پلاک',
  ],
  street: [
    'street|street name|street address|address|address 1|address line 1|address line|addr|addr 1|address1|addr1|road|postal address|mailing address|home address|residential address|line 1',
    'strasse|strassenname|str|anschrift|adresse|rue|nom de rue|voie|adresse 1|adresse postale|direccion|calle|domicilio|direccion 1|direccion postal',
    'الشارع|شارع|العنوان|عنوان|اسم الشارع|خیابان|نشانی|ادرس|نشانی پستی',
  ],
  address_line: [
    'address 2|address line 2|addr 2|address2|addr2|address 3|address line 3|address3|unit|apartment|apt|flat|suite|building|line 2|district|quarter|neighbourhood|neighborhood|county',
    'adresszusatz|adresse 2|zusatz|ortsteil|stadtteil|complement d adresse|complement adresse|quartier|direccion 2|piso|barrio|colonia',
    'العنوان 2|الحی|الحاره|البنایه|المنطقه|کوچه|واحد|محله|ساختمان|نشانی 2',
  ],
  city: [
    'city|town|suburb|locality|municipality|village|place|city name|place of residence|residence',
    'ort|stadt|wohnort|gemeinde|ville|commune|localite|ciudad|localidad|municipio|poblacion|المدینه|مدینه|البلده|شهر|شهرستان|روستا',
  ],
  postcode: [
    'postcode|post code|postal code|postalcode|zip|zip code|zipcode|zip5|pin code|pincode|eircode',
    'plz|postleitzahl|code postal|cp|codigo postal|c p|الرمز البریدی|رمز بریدی|کد پستی|کدپستی|کد پستي',
  ],
  state: [
    'state|province|region|state code|bundesland|kanton|departement|etat|provincia|estado|comunidad autonoma|المحافظه|الولایه|المقاطعه|استان|ایالت',
  ],
  country: [
    'country|country code|nation|country of residence|staat|land|pays|pais|الدوله|البلد|دوله|کشور|کد کشور',
  ],
  national_id: [
    'national id|national id no|national identity number|nationalid|nid|ssn|social security number|soc sec id|social security no|social security|soc sec|tax id|tin|tax number|nino|national insurance number|medicare|medicare number|passport|passport no|passport number|civil id|iqama|id number|identity number|identity card|id card number|nhs number',
    'steuer id|steuernummer|sozialversicherungsnummer|svnr|ausweisnummer|personalausweis|numero de securite sociale|securite sociale|nir|insee|carte d identite|numero cin|dni|nif|nie|curp|rfc|cedula|documento de identidad|numero de documento|numero documento|rut|cpf',
    'الرقم الوطنی|رقم الهویه|رقم البطاقه|الهویه|الرقم القومی|رقم الجواز|رقم الاقامه|کد ملی|کدملی|شماره ملی|شماره شناسنامه|شماره پاسپورت|شماره گذرنامه',
  ],
  birth_place: [
    'birth place|birthplace|place of birth|place birth|born in|birth city|birth town|country of birth|birth country',
    'geburtsort|lieu de naissance|lieu naissance|lugar de nacimiento|lugar nacimiento|مکان المیلاد|محل المیلاد|مکان الولاده|محل الولاده|محل تولد',
  ],
  occupation: [
    'occupation|job|job title|profession|employment|trade|beruf|tatigkeit|metier|profesion|ocupacion|oficio|المهنه|الوظیفه|شغل|پیشه|حرفه',
  ],
  key: [
    'customer no|customer number|customer id|cif|cif no|cif number|cust id|cust no|custno|customerid|client id|client no|client number|account no|account number|account id|acct no|acct|account|member id|member no|membership number|policy no|policy number|contract no|subscriber key|subscriber id|user id|userid|iban|subject key|subject id|party id|person no|patient id|patient no|employee id|employee no|student id|contact id|lead id|prospect id|policy|policy id|card no|card number|loyalty number|loyalty no',
    'kundennummer|kundennr|kunden nr|kunden id|kd nr|kdnr|kontonummer|konto nr|vertragsnummer|mitgliedsnummer|numero client|no client|numero de client|code client|numero de compte|numero de cliente|id cliente|codigo cliente|numero de cuenta|cuenta',
    'رقم العمیل|رقم الحساب|رقم الزبون|شماره مشتری|کد مشتری|شماره حساب|شماره عضویت|شماره اشتراک',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What in one language is the whole name and beside its other half one half of it. */
export const nameWords: readonly string[] = 'name|nom|nombre|nome|الاسم|اسم|نام|namen|person'.split('|');

/** Words before or behind what a column is: whose it is, and which of several. */
export const sideWords: ReadonlySet<string> = new Set(
  'customer cust client contact person primary main home current default my the own private personal billing mailing residential preferred kunde kunden privat client cliente cli clt cst cont fake clean raw norm normalised normalized std standardised value text txt str field col column orig original 1 nr no desc'.split(
    ' ',
  ),
);

/** Columns that say who is whom, when a row was written or where it came from: never what a person is like. */
export const neverCompared: readonly string[] =
  'cluster|cluster id|clusterid|person id|personid|entity id|entity|ent id|match id|group id|truth|true id|label|is match|duplicate|duplicate of|is duplicate|gold|golden id|master id|household id|updated at|updated|update time|created at|created|modified|modified at|last modified|last updated|changed at|inserted at|load date|loaded at|timestamp|source|source system|system|system id|source dataset|dataset|file|file name|filename|row|row number|row no|line|line number|index|version|hash|checksum|comment|comments|note|notes|remark|remarks|status|active|deleted|ansprechpartner|erstellt am|geandert am|quelle|bemerkung|cree le|modifie le|remarque|creado|actualizado|notas|ملاحظات|تاریخ التحدیث|توضیحات|تاریخ ثبت|یادداشت'.split(
    '|',
  );
