import { phraseTable } from './text-words.js';

/** What a cue word announces: the number or name that follows it. */
export type Cue =
  | 'passport'
  | 'license'
  | 'nationalId'
  | 'bank'
  | 'card'
  | 'birth'
  | 'password'
  | 'pin'
  | 'key'
  | 'phone'
  | 'title'
  | 'person'
  | 'greeting'
  | 'reference'
  | 'version'
  | 'iban';

const CUES: Readonly<Record<Cue, string>> = {
  passport: `passport,passport no,passport number,passport nr,pasaporte,passeport,reisepass,reisepassnummer,passnummer,pass nr,passaporte,passaporto,paspoort,paspoortnummer,reispas`,
  license: `driver license,drivers license,driver s license,driver licence,driving licence,driving license,drivers licence,driver s licence,licence no,dl no,dl number,dl,licencia de conducir,carnet de conducir,permiso de conducir,permis de conduire,permis n,permis no,permis numero,n de permis,numero de permis,fuhrerschein,fuhrerscheinnummer,carta de conducao,cnh,carteira de motorista,patente,patente di guida,rijbewijs,rijbewijsnummer,rijbewijs nr,fuhrerschein nr,patente n,patente numero,carta n,licencia n,licence n,license number,licence number`,
  nationalId: `ssn,social security,social security number,social,nino,national insurance,ni number,ni no,national id,id number,id card,identity card,identity number,personal id,sin,social insurance number,aadhaar,aadhar,pan,dni,nie,nif,cedula,curp,rfc,rut,documento,seguridad social,numero de la seguridad social,nss,securite sociale,numero de securite sociale,n de securite sociale,secu,numero de secu,nir,carte d identite,cni,steuer id,steuerid,steueridentifikationsnummer,steuer identifikationsnummer,sozialversicherungsnummer,sv nummer,svnr,rentenversicherungsnummer,personalausweis,personalausweisnummer,ausweisnummer,ausweis,ahv,ahv nummer,cpf,rg,cartao de cidadao,bilhete de identidade,numero de contribuinte,contribuinte,niss,codice fiscale,cod fiscale,cod fisc,cf,carta d identita,carta di identita,bsn,burgerservicenummer,rijksregisternummer,rijksregister,identiteitskaart,insz,id nummer,pps,ppsn,tfn,tax file number,nhs number,nhs no,nhs,medicare number,tax id,tin,itin`,
  bank: `account number,account no,account nr,acct,acct no,acc no,account,bank account,a c,a c no,sort code,routing,routing number,routing no,aba,bic,swift,swift code,bsb,ifsc,clabe,cbu,cuenta,cuenta bancaria,numero de cuenta,cta,ccc,compte,compte bancaire,numero de compte,n de compte,rib,kontonummer,konto nr,kontonr,konto,bankkonto,blz,bankleitzahl,conta,conta bancaria,conta corrente,agencia,nib,numero da conta,conto,conto corrente,numero di conto,c c,conto bancario,rekening,rekeningnummer,bankrekening,bankrekeningnummer,rek nr,rekeningnr,direct debit`,
  card: `card,card number,card no,credit card,debit card,visa,mastercard,master card,amex,american express,maestro,discover,cc,tarjeta,tarjeta de credito,numero de tarjeta,carte,carte bancaire,carte bleue,carte de credit,cb,kreditkarte,kreditkartennummer,kartennummer,karte,cartao,cartao de credito,carta,carta di credito,creditcard,creditcardnummer,kaartnummer,kaart,card ending`,
  birth: `born,born on,dob,d o b,date of birth,birthdate,birth date,birthday,birthday is,bday,nacido,nacida,nacio,nacio el,nacido el,nacida el,fecha de nacimiento,f nac,fecha nacimiento,cumpleanos,cumple,cumple anos,ne le,nee le,ne e le,ne,nee,date de naissance,naissance,anniversaire,geboren,geboren am,geb,geburtsdatum,geburtstag,nascido,nascida,nasceu,nascido em,nascida em,data de nascimento,dt nasc,nasc,aniversario,faz anos,nato,nata,nato il,nata il,data di nascita,compleanno,compie gli anni,geboren op,geboortedatum,verjaardag,geb datum,jarig,jarig op,nacimiento,nascimento,nascita`,
  password: `password,passwd,pwd,passphrase,pass,pw,contrasena,clave,clave de acceso,mot de passe,mdp,passwort,kennwort,senha,palavra passe,parola d ordine,wachtwoord,ww,passcode,credentials,login password,zugangsdaten,codigo de acceso`,
  pin: `pin,pin code,pincode,pin number,pin nummer,pin is,codigo pin,code pin,door code,alarm code,gate code,geheimzahl,alarmcode,access code,code secret`,
  key: `api key,apikey,key,token,access token,secret,secret key,api token,api secret,client secret,access key,bearer,auth token,clave api,clave de api,cle api,cle d api,api schlussel,schlussel,chave api,chave de api,chave da api,chiave api,api sleutel,sleutel,jeton,webhook secret,license key`,
  phone: `phone,phone number,tel,telephone,mobile,mob,cell,call,call me,call on,call him,call her,call back,ring,text,sms,whatsapp,fax,ph,phone no,landline,number is,new number,reach me,reach him,reach her,reachable,telefono,movil,celular,llamar,llamar al,llama al,llamarle al,telf,tfno,tlf,telephone,portable,tel portable,appeler,appeler au,rappeler,rappeler au,joindre au,joignable au,telefon,telefonnummer,handy,handynummer,mobil,mobilnummer,anrufen,ruckruf,erreichbar,erreichbar unter,unter,festnetz,telemovel,telefone,ligar,ligar para,contato,contacto,fone,zap,cellulare,cell,chiamare,chiamare al,telefono,telefoon,telefoonnummer,mobiel,gsm,bellen,bellen op,bereikbaar,bereikbaar op,nummer,nr is,numero,numero es,extension`,
  title: `mr,mrs,ms,miss,mx,dr,prof,professor,rev,reverend,pastor,father,sir,senor,senora,senorita,sr,sra,srta,don,dona,monsieur,madame,mademoiselle,mme,mlle,herr,frau,herrn,senhor,senhora,sig,sig ra,sig na,dott ssa,signor,signora,signorina,dott,dottor,dottoressa,dhr,mevr,mevrouw,meneer,mw,de heer,doctor,doctora,docteur,doutor,doutora,avv,ing,prof dr,fr,sr dr,familie,family`,
  person: `my name is,name is,name,named,spoke with,spoke to,talked to,talked with,met with,met,ask for,asked for,contact person,contact,attn,attention,c o,wife,husband,spouse,son,daughter,brother,sister,mother,father,mom,mum,dad,partner,fiance,fiancee,girlfriend,boyfriend,assistant,secretary,colleague,boss,manager,owner,referred by,reference from,introduced by,recommended by,emergency contact,next of kin,signed by,signed,passenger,guest,patient,tenant,student,client,customer,caller,from mr,call from,email from,message from,letter from,speak to,speak with,meeting with,lunch with,appointment with,regards,best regards,kind regards,sincerely,cheers,thanks,yours,this is,i am,i m,kids,children,nurse,teacher,neighbour,neighbor,friend,
    me llamo,mi nombre es,se llama,nombre,hable con,hablar con,habla con,hablado con,preguntar por,esposa,esposo,marido,mujer,hijo,hija,hermano,hermana,madre,padre,contactar con,contacto,a la atencion de,atencion,recomendado por,recomendada por,firmado,saludos,reunion con,cita con,cliente,clienta,paciente,su hijo,su hija,llamar a,avisar a,titular,
    je m appelle,s appelle,mon nom est,nom,parle avec,parle a,parler a,parler avec,demander,epouse,epoux,mari,femme,fils,fille,frere,soeur,mere,pere,contacter,a l attention de,recommande par,recommandee par,signe,cordialement,rendez vous avec,rdv avec,reunion avec,client,cliente,patient,patiente,appeler,de la part de,
    ich heisse,mein name ist,heisst,name ist,gesprochen mit,telefonat mit,gesprach mit,termin mit,ansprechpartner,ansprechpartnerin,ehefrau,ehemann,sohn,tochter,bruder,schwester,mutter,vater,z hd,zu handen,empfohlen von,empfehlung von,unterschrieben,grusse,mit freundlichen grussen,kunde,kundin,patientin,partnerin,kollege,kollegin,mitarbeiter,mitarbeiterin,chef,chefin,
    meu nome e,chamo me,chama se,nome,falei com,falar com,conversei com,perguntar por,esposa,marido,filho,filha,irmao,irma,mae,pai,a c de,indicado por,indicada por,assinado,atenciosamente,reuniao com,consulta com,cliente,paciente,aos cuidados de,ligar para a,ligar para o,
    mi chiamo,il mio nome e,si chiama,nome,parlato con,parlare con,chiedere di,moglie,marito,figlio,figlia,fratello,sorella,madre,padre,referente,all attenzione di,consigliato da,firmato,cordiali saluti,saluti,appuntamento con,riunione con,cliente,paziente,compagna,compagno,
    ik heet,mijn naam is,heet,naam,gesproken met,gesprek met,overleg met,vragen naar,vraag naar,echtgenote,echtgenoot,man,vrouw,zoon,dochter,broer,zus,moeder,vader,ter attentie van,t a v,tav,contactpersoon,aanbevolen door,ondertekend,groeten,met vriendelijke groet,afspraak met,klant,patient,client,collega`,
  greeting: `hi,hello,dear,hola,estimado,estimada,querido,querida,bonjour,cher,chere,hallo,liebe,lieber,sehr geehrter,sehr geehrte,ola,caro,cara,prezado,prezada,ciao,gentile,beste,geachte`,
  reference: `order,order no,order number,invoice,invoice no,invoice number,ref,reference,ticket,case,po,po number,tracking,tracking number,sku,serial,serial number,model,part,item,quote,booking,policy,article,batch,lot,isbn,ean,barcode,version,pedido,factura,referencia,presupuesto,albaran,n de pedido,numero de pedido,numero de factura,commande,facture,devis,dossier,bestellung,rechnung,auftrag,rechnungsnummer,auftragsnummer,bestellnummer,angebot,artikel,artikelnummer,seriennummer,kundennummer,vorgang,fatura,nota fiscal,encomenda,orcamento,ordine,fattura,preventivo,bestelling,ordernummer,factuur,factuurnummer,offerte,artikelnummer,serienummer,customer number,customer no,member number,account manager,vat,vat number,ust id,iva,partita iva,p iva,tva,btw,siret,siren,kvk,cnpj,ein,cif`,
  version: `version,v,build,release,firmware,section,sec,chapter,ver,versie,versione,versao`,
  iban: `iban`,
};

/** Every cue phrase, lower case without accents; the first list that holds a phrase names it. */
export const CUE_TABLE = phraseTable<Cue>(
  (Object.keys(CUES) as Cue[])
    .toReversed()
    .flatMap((cue) => CUES[cue].split(',').map((phrase) => [phrase.trim(), cue] as const))
    .filter(([phrase]) => phrase !== ''),
);
