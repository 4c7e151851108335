/** Local parts of addresses that belong to a desk, without accents and separators, by language. */
const NAMES = {
  any: `abuse admin administrator billing dpo email hostmaster hr info infos it mail marketing newsletter noreply
    office postmaster pr privacy root security service support sysadmin team web webmaster webshop`,
  en: `account accounting accounts accountspayable accountsreceivable ap ar booking bookings bookkeeping career careers
    care catering contact contactus customercare customerservice customersupport deliveries delivery donotreply
    enquiries enquiry events everyone feedback finance frontdesk general hello help helpdesk hi inquiries inquiry
    invoice invoices jobs kitchen legal mailbox management manager media news operations order orders payments payroll
    press procurement purchasing reception recruitment reservations returns sales services shared shipping shop staff
    store studio tech welcome wholesale`,
  es: `administracion atencion atencionalcliente buzon clientes compras comunicacion consultas contabilidad contacto
    correo direccion empleo facturacion facturas gerencia hola informacion oficina pagos pedidos prensa recepcion
    reservas rrhh secretaria soporte taller tienda ventas`,
  fr: `accueil achats administratif atelier bonjour boutique bureau clients commande commandes commercial communication
    compta comptabilite contact courrier devis direction facturation factures facture gestion livraison magasin
    paiement presse recrutement reservation reservations rh secretariat serviceclient serviceclients ventes`,
  de: `anfrage anfragen bestellung bestellungen bewerbung buchhaltung buero buro datenschutz einkauf empfang
    geschaeftsleitung geschaftsleitung hallo karriere kasse kontakt kundendienst kundenservice laden lager personal
    post poststelle presse rechnung rechnungen reservierung sekretariat verkauf vertrieb versand verwaltung werkstatt
    zentrale`,
  pt: `administrativo atendimento compras comunicacao contabilidade contato contacto correio encomendas escritorio
    faturacao faturamento faturas financeiro geral imprensa informacoes loja ola pagamentos pedidos recepcao reservas
    secretaria suporte vendas`,
  it: `acquisti amministrazione assistenza bottega ciao clienti commerciale contabilita contatti contatto direzione
    fatturazione fatture informazioni laboratorio lavoro negozio ordini posta prenotazioni reception segreteria
    spedizioni stampa ufficio vendite`,
  nl: `administratie aanvraag bestelling bestellingen boekhouding contact directie facturen facturatie factuur hallo
    inkoop kantoor klantendienst klantenservice magazijn onthaal personeel planning receptie reserveringen secretariaat
    verkoop verzending vragen winkel`,
};

/** Names of desks in English, Spanish, French, German, Portuguese, Italian and Dutch, for telling info@ from maria@. */
export const roleAddressNames: ReadonlySet<string> = new Set(
  Object.values(NAMES).flatMap((names) => names.split(/\s+/u)),
);
