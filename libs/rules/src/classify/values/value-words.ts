const words = (text: string): ReadonlySet<string> => new Set(text.split(/[,\n]/).map((word) => word.trim()));

/** Short answers whose words alone say what a field holds; lower case, without accents. */
export const VALUE_WORDS = {
  gender: words(
    `m,f,w,d,x,male,female,non-binary,nonbinary,non binary,other gender,man,woman,masculine,feminine,hombre,mujer,masculino,femenino,feminino,homme,femme,masculin,feminin,mann,frau,mannlich,weiblich,divers,homem,mulher,uomo,donna,maschio,femmina,vrouw,mannelijk,vrouwelijk,anders,v,transgender,prefer not to say,he/him,she/her,they/them,genderqueer,no binario,nao binario,non binaire,nicht-binar,varon,nichtbinar,h,non-binair`,
  ),
  marital: words(
    `married,single,divorced,widowed,separated,widow,widower,engaged,civil partnership,in a relationship,domestic partner,cohabiting,unmarried,never married,partnered,common law,civil marriage,separated,single / not married,casado,casada,soltero,soltera,divorciado,divorciada,viudo,viuda,separado,separada,pareja de hecho,union libre,marie,mariee,celibataire,divorce,divorcee,veuf,veuve,pacse,pacsee,concubinage,union libre,verheiratet,ledig,geschieden,verwitwet,verpartnert,getrennt lebend,lebenspartnerschaft,eingetragene lebenspartnerschaft,solteiro,solteira,viuvo,viuva,uniao estavel,uniao de facto,celibe,nubile,coniugato,coniugata,sposato,sposata,divorziato,divorziata,vedovo,vedova,separato,separata,convivente,gehuwd,getrouwd,ongehuwd,alleenstaand,gescheiden,weduwe,weduwnaar,samenwonend,geregistreerd partnerschap`,
  ),
  language: words(
    `english,spanish,french,german,portuguese,italian,dutch,chinese,mandarin,japanese,arabic,hindi,russian,polish,turkish,korean,en,es,fr,de,pt,it,nl,pl,ru,zh,ja,en-us,en-gb,en_us,en_gb,es-es,es_es,es-mx,fr-fr,fr_fr,de-de,de_de,pt-br,pt_br,pt-pt,pt_pt,it-it,it_it,nl-nl,nl_nl,fr-ca,fr_ca,espanol,ingles,frances,aleman,portugues,italiano,holandes,catalan,euskera,gallego,francais,anglais,espagnol,allemand,portugais,italien,neerlandais,deutsch,englisch,franzosisch,spanisch,italienisch,portugiesisch,niederlandisch,turkisch,polnisch,russisch,inglese,francese,spagnolo,tedesco,portoghese,olandese,alemao,espanhol,italiaans,frans,duits,engels,spaans,nederlands,portugees,turks,arabisch,polski,welsh,irish,gaelic,vietnamese,tagalog,ukrainian`,
  ),
  country: words(
    `us,usa,u.s.,united states,united states of america,uk,gb,united kingdom,great britain,england,scotland,wales,ireland,ie,canada,ca,mexico,mx,spain,espana,france,germany,deutschland,portugal,italy,italia,netherlands,nederland,the netherlands,pays-bas,belgium,belgique,belgie,belgien,switzerland,schweiz,suisse,svizzera,austria,osterreich,brazil,brasil,argentina,chile,colombia,peru,australia,new zealand,india,japan,china,south africa,poland,polska,sweden,norway,denmark,finland,greece,turkey,turkiye,luxembourg,luxemburg,allemagne,espagne,italie,royaume-uni,etats-unis,alemania,francia,reino unido,estados unidos,alemanha,franca,espanha,reino unido,frankreich,spanien,italien,vereinigtes konigreich,germania,spagna,regno unito,portogallo,duitsland,frankrijk,spanje,be,at,ch,br,nz,za,jp,cn,se,dk,fi,gr,lu,usa,gbr,fra,deu,esp,ita,nld,prt,bra,mex,can,maroc,morocco,tunisie,tunisia,algerie,algeria,philippines,nigeria,kenya,ghana,singapore,malaysia,thailand,indonesia,vietnam,ukraine,russia,romania,hungary,czech republic,czechia,slovakia,croatia,serbia,bulgaria`,
  ),
  status: words(
    `active,inactive,pending,new,open,closed,verified,unverified,unconfirmed,valid,invalid,approved,rejected,enabled,disabled,sent,delivered,bounced,opened,clicked,draft,published,completed,in progress,cancelled,canceled,failed,success,done,scheduled,expired,paid,unpaid,lead,customer,subscriber,opportunity,activo,inactivo,pendiente,nuevo,abierto,cerrado,aprobado,rechazado,actif,inactif,en attente,nouveau,ouvert,ferme,accepte,refuse,aktiv,inaktiv,ausstehend,neu,offen,geschlossen,angenommen,abgelehnt,vorlaufig,ativo,inativo,pendente,novo,aberto,fechado,aceito,recusado,attivo,inattivo,in attesa,nuovo,aperto,chiuso,accettato,rifiutato,actief,inactief,in afwachting,nieuw,gesloten,geaccepteerd,geweigerd,converted,assigned,recycled,dead,convertido,asignado,converti,assigne,konvertiert,zugewiesen,atribuido,convertito,assegnato,geconverteerd,toegewezen,n/a,none,default,unknown,hot,warm,cold`,
  ),
  bool: words(
    `true,false,yes,no,y,n,0,1,on,off,t,si,oui,non,ja,nein,nee,sim,nao,vrai,faux,wahr,falsch,verdadero,falso,verdadeiro,vero,waar,onwaar,x,checked,unchecked`,
  ),
  salutation: words(
    `mr,mr.,mrs,mrs.,ms,ms.,miss,dr,dr.,prof,prof.,mx,mx.,sir,madam,rev,rev.,sr,sr.,sra,sra.,srta,srta.,d.,dona,don,m.,mme,mlle,monsieur,madame,mademoiselle,herr,frau,sig.,sig.ra,sig,sig.na,dott.,dott.ssa,signor,signora,dhr.,dhr,mevr.,mevr,mw.,mw,de heer,mevrouw,jr,jr.,iii,ii,esq.,phd,md,ph.d.,heer,senor,senora,senhor,senhora,hon.,fr.,dear,beste,geachte heer,sehr geehrter herr,sehr geehrte frau`,
  ),
  role: words(
    `mother,father,spouse,brother,sister,son,daughter,wife,husband,partner,friend,parent,guardian,neighbour,neighbor,aunt,uncle,cousin,grandmother,grandfather,madre,padre,hermano,hermana,conyuge,esposa,esposo,mere,pere,frere,soeur,conjoint,mutter,vater,bruder,schwester,ehepartner,mae,pai,irmao,irma,fratello,sorella,coniuge,moeder,vader,broer,zus,sibling,child,relative`,
  ),
} as const;
