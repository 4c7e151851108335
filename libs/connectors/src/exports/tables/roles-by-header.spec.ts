import { describe, expect, it } from '@jest/globals';
import { rolesByHeader } from './roles-by-header.js';

const roles = (headers: string) =>
  rolesByHeader(headers.split(','))
    .map((role) => role ?? '-')
    .join(' ');

describe('roles by header, in a file of unknown origin', () => {
  it.each([
    ['id,name,e-mail,phone number', 'record_id - email phone'],
    ['customer id,correo electrónico,teléfono móvil', 'record_id email phone'],
    ['numéro client,adresse e-mail,téléphone portable', 'record_id email phone'],
    ['kundennummer,e-mail-adresse,handynummer', 'record_id email phone'],
    ['id do cliente,endereço de e-mail,telemóvel', 'record_id email phone'],
    ['codice,indirizzo email,numero di cellulare', '- email phone'],
    ['klantnummer,e-mailadres,telefoonnummer', 'record_id email phone'],
    ['customer_id,email_address,mobile', 'record_id email phone'],
  ])('tell who a record is about: %s', (headers, expected) => {
    expect(roles(headers)).toBe(expected);
  });

  it.each([
    'email opt-in,email status,emails sent,phone type,telephone consent,mobile app,id type,email 2 verified',
    'birthday,event date,delivery date,last login',
  ])('are not guessed: %s', (headers) => {
    expect(roles(headers)).toMatch(/^(- )*-$/);
  });

  it.each([
    ['order date,order #,email,total', 'purchase_date purchase_number email amount'],
    ['fecha de pedido,pedido,correo,importe', 'purchase_date purchase_number email amount'],
    ['date de commande,n° commande,courriel,montant ttc', 'purchase_date purchase_number email amount'],
    ['bestelldatum,bestellnummer,e-mail,gesamtbetrag', 'purchase_date purchase_number email amount'],
    ['data do pedido,número do pedido,email,valor total', 'purchase_date purchase_number email amount'],
    ['data ordine,numero ordine,email,importo', 'purchase_date purchase_number email amount'],
    ['besteldatum,bestelnummer,e-mail,bedrag', 'purchase_date purchase_number email amount'],
    ['date,email,amount,order status', 'purchase_date email amount status'],
    ['date,order date,email,amount,total', '- purchase_date email amount -'],
    ['created at,email,total', 'purchase_date email amount'],
  ])('tell a purchase by an amount or a number beside the date (E10): %s', (headers, expected) => {
    expect(roles(headers)).toBe(expected);
  });

  it.each([
    ['date,email,notes', '- email -'],
    ['order date,email', '- email'],
    ['date,amount,order number', '- - -'],
    ['email,amount', 'email -'],
    ['created at,email,notes', 'created email -'],
  ])('tell no purchase where one of day, sum and customer is missing: %s', (headers, expected) => {
    expect(roles(headers)).toBe(expected);
  });
});
