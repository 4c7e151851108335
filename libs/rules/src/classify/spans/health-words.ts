import { phraseTable } from './text-words.js';

/** Conditions, treatments and needs that say something about a person's health; lower case, without accents. */
const WORDS = `torn meniscus,torn ligament,torn acl,meniscus,slipped disc,herniated disc,broken leg,broken arm,broken wrist,broken ankle,broken hip,fractured,fracture,concussion,sprained ankle,sprained wrist,dislocated shoulder,tendonitis,sciatica,scoliosis,eczema,psoriasis,shingles,glaucoma,cataract,endometriosis,ivf,miscarriage,eating disorder,anorexia,bulimia,burnout,ptsd,ocd,tourette,down syndrome,cerebral palsy,cystic fibrosis,sickle cell,anaemia,anemia,thrombosis,angina,arrhythmia,atrial fibrillation,kidney stones,dialysis,gallstones,appendicitis,allergic to nuts,allergic to peanuts,allergic to eggs,allergic to milk,allergic to penicillin,allergic to bees,nut allergy,peanut allergy,egg allergy,milk allergy,
ibuprofen,paracetamol,enalapril,metformin,metformina,metformine,ramipril,omeprazol,omeprazole,levothyroxine,levotiroxina,insulin,warfarin,ventolin,ventoline,salbutamol,epipen,cortisone,kortison,cortisona,antidepressants,antidepresivos,antidepresseurs,antidepressiva,antidepressivi,antibiotics,antibioticos,antibiotiques,antibiotika,antibiotici,antibiotica,xanax,prozac,sertraline,ritalin,methylphenidate,
fractura,fractura de cadera,fractura de muneca,esguince,rotura de menisco,menisco roto,alergia a los frutos secos,alergico a los frutos secos,alergico al cacahuete,neumonia,bronquitis,apendicitis,escoliosis,lumbago,ciatica,anemia,trombosis,aborto,fecundacion in vitro,trastorno alimentario,
fracture du poignet,fracture de la jambe,entorse,entorse de la cheville,rupture du menisque,operation du genou,operation de la hanche,operation du coeur,allergique aux arachides,allergique aux fruits a coque,pneumonie,bronchite,appendicite,scoliose,sciatique,anemie,phlebite,fausse couche,fiv,trouble alimentaire,
krank,erdnussallergie,lungenentzundung,blinddarm,knochenbruch,beinbruch,armbruch,handgelenksbruch,meniskusriss,kreuzbandriss,skoliose,hexenschuss,ischias,thrombose,fehlgeburt,essstorung,magersucht,neurodermitis,heuschnupfen,rontgen,
fratura,fratura do braco,entorse,menisco,alergico a amendoim,pneumonia,bronquite,apendicite,escoliose,ciatica,trombose,aborto espontaneo,transtorno alimentar,
frattura,frattura del polso,distorsione,rottura del menisco,allergica alle uova,allergico alle uova,allergico alle noci,allergica alle noci,polmonite,bronchite,appendicite,scoliosi,sciatica,trombosi,aborto spontaneo,disturbo alimentare,
longontsteking,blindedarmontsteking,gebroken been,gebroken arm,gebroken pols,gebroken enkel,meniscus,kruisband,scoliose,ischias,trombose,miskraam,eetstoornis,eczeem,griep,griepje,verkouden,corona,
diabetes,diabetic,type 1 diabetes,type 2 diabetes,asthma,asthmatic,epilepsy,epileptic,cancer,chemo,chemotherapy,radiotherapy,leukemia,leukaemia,tumor,tumour,hiv,hiv positive,aids,hepatitis,tuberculosis,covid,covid 19,pneumonia,had a stroke,suffered a stroke,after a stroke,heart attack,heart condition,heart disease,heart failure,heart surgery,high blood pressure,hypertension,low blood pressure,cholesterol,arthritis,osteoporosis,migraine,migraines,depression,depressed,anxiety disorder,anxiety,panic attacks,bipolar,schizophrenia,adhd,autism,autistic,dyslexia,dyslexic,dementia,alzheimer,alzheimers,alzheimer s,parkinson,parkinsons,parkinson s,multiple sclerosis,crohn,crohn s,crohns,colitis,celiac,coeliac,celiac disease,coeliac disease,lactose intolerant,gluten intolerant,gluten free,gluten allergy,nut allergy,peanut allergy,dairy allergy,shellfish allergy,egg allergy,latex allergy,penicillin allergy,pollen allergy,allergy,allergies,allergic,hay fever,anaphylaxis,epipen,pregnant,pregnancy,miscarriage,ivf,wheelchair,wheelchair user,disabled,disability,handicapped,amputee,hearing impaired,hard of hearing,deaf,blind,visually impaired,hearing aid,pacemaker,insulin,dialysis,surgery,knee surgery,hip replacement,back surgery,operation on,broken leg,broken arm,back pain,chronic pain,slipped disc,sciatica,concussion,burnout,sick leave,on sick leave,medication,takes medication,antidepressants,blood thinners,warfarin,ibuprofen,metformin,insulin pump,prescription,diagnosed,diagnosis,diagnosed with,hospitalised,hospitalized,rehab,alcoholic,alcoholism,overdose,addiction,anorexia,bulimia,eating disorder,ptsd,kidney disease,kidney stones,liver disease,thyroid,lupus,eczema,psoriasis,fibromyalgia,endometriosis,menopause,mental health,therapy sessions,physiotherapy,blood type,blood group,infertility,transplant,seizure,seizures,vertigo,glaucoma,cataract,lyme disease,malaria,mrsa,scoliosis,cystic fibrosis,sickle cell,down syndrome,cerebral palsy,vaccinated,unvaccinated,smoker,vegan allergy,bad back,bad knee,had a stroke,heart problems,
alergia,alergias,alergico,alergica,alergia al polen,celiaco,celiaca,celiaquia,diabetico,diabetica,asma,asmatico,asmatica,embarazada,embarazo,hipertension,hipertenso,hipertensa,infarto,ictus,cancer de mama,quimioterapia,quimio,depresion,ansiedad,migrana,migranas,artritis,epilepsia,discapacidad,discapacitado,discapacitada,minusvalia,silla de ruedas,baja medica,de baja,operado,operada,operacion de rodilla,medicacion,marcapasos,intolerante a la lactosa,intolerante al gluten,intolerancia,intolerancia al gluten,esclerosis multiple,demencia,fibromialgia,enfermedad,enfermo,enferma,lesion,lesionado,hernia,hernia discal,vih,dolor de espalda,diagnosticado,diagnosticada,insulina,fumador,tratamiento medico,hospitalizado,hospitalizada,
allergie,allergies,allergique,diabete,diabetique,asthme,asthmatique,enceinte,grossesse,hypertension,avc,infarctus,cancer du sein,chimiotherapie,chimio,depression,anxiete,migraines,arthrite,arthrose,epilepsie,epileptique,handicap,handicape,handicapee,fauteuil roulant,arret maladie,operee,opere du,traitement medical,sous traitement,intolerant au gluten,intolerante au gluten,intolerant au lactose,intolerance,coeliaque,maladie coeliaque,sclerose en plaques,demence,maladie de parkinson,maladie,malade,blessure,hernie discale,vih,mal de dos,diagnostiquee,diagnostique,insuline,fumeur,fumeuse,hospitalise,hospitalisee,malentendant,malvoyant,
allergie,allergien,allergisch,allergikerin,allergiker,nussallergie,laktoseintoleranz,laktoseintolerant,glutenunvertraglichkeit,zoliakie,diabetiker,diabetikerin,zuckerkrank,asthma,schwanger,schwangerschaft,bluthochdruck,herzinfarkt,schlaganfall,krebs,brustkrebs,krebserkrankung,chemotherapie,depressionen,angststorung,migrane,arthrose,rheuma,epilepsie,epileptiker,behinderung,schwerbehindert,schwerbehinderung,behindert,rollstuhl,rollstuhlfahrer,rollstuhlfahrerin,krankgeschrieben,krankschreibung,knieoperation,huftoperation,herzschrittmacher,medikamente,blutverdunner,multiple sklerose,demenz,unvertraglichkeit,erkrankung,erkrankt,krankheit,verletzung,bandscheibenvorfall,ruckenschmerzen,ruckenprobleme,burn out,diagnostiziert,insulin,raucher,reha,schwerhorig,pflegegrad,heuschnupfen,
diabetes tipo 2,asmatico,gravida,gestante,gravidez,hipertensao,pressao alta,infarto,enfarte,avc,cancro,cancer,cancro da mama,depressao,ansiedade,enxaqueca,enxaquecas,artrite,epilepsia,deficiencia,deficiente,cadeira de rodas,baixa medica,atestado medico,cirurgia,medicacao,marca passo,intolerante a lactose,intolerante ao gluten,intolerancia,intolerancia a lactose,doenca,doente,doenca celiaca,esclerose multipla,lesao,hernia,hiv,dor nas costas,diagnosticado com,insulina,fumante,internado,internada,autista,autismo,
allergia,allergico,allergica,diabetico,celiachia,celiaco,asmatico,asma,incinta,gravidanza,ipertensione,ipertesa,iperteso,pressione alta,infarto,ictus,cancro,tumore,tumore al seno,chemioterapia,depressione,ansia,emicrania,artrite,artrosi,epilessia,disabilita,disabile,invalido,invalida,invalidita,sedia a rotelle,carrozzina,in malattia,congedo per malattia,operato al,operata al,intervento chirurgico,intervento al ginocchio,farmaci,pacemaker,intollerante al lattosio,intollerante al glutine,intolleranza,intolleranza al lattosio,sclerosi multipla,demenza,malattia,malato,malata,infortunio,ernia,ernia del disco,mal di schiena,diagnosticato,insulina,fumatore,ricoverato,ricoverata,
notenallergie,pinda allergie,pinda-allergie,pindaallergie,glutenintolerantie,lactose intolerant,lactose-intolerant,glutenvrij,coeliakie,diabetes,suikerziekte,astma,zwanger,zwangerschap,hoge bloeddruk,hartaanval,hartinfarct,beroerte,kanker,borstkanker,chemo,depressief,depressie,angststoornis,artritis,artrose,reuma,epilepsie,beperking,gehandicapt,rolstoel,rolstoelgebruiker,ziekteverlof,ziek gemeld,ziekgemeld,knieoperatie,heupoperatie,medicijnen,medicatie,bloedverdunners,intolerantie,lactose intolerantie,ms,dementie,ziekte,ziek,blessure,hernia,rugklachten,rugpijn,overspannen,gediagnosticeerd,insuline,roker,slechthorend,hooikoorts`;

const MISLEADING = new Set([
  'ms',
  'thyroid',
  'operado',
  'operation on',
  'diagnosis',
  'prescription',
  'de baja',
  'cancer research',
  'smoker',
  'raucher',
  'roker',
  'fumador',
  'fumeur',
  'fumatore',
  'blind',
  'covid',
  'covid 19',
  'surgery',
  'lesion',
  'intervento chirurgico',
  'ictus',
  'ansia',
]);
const SURE_ANYWAY = new Set([
  'blind',
  'surgery',
  'lesion',
  'smoker',
  'raucher',
  'roker',
  'fumador',
  'fumeur',
  'fumatore',
  'ictus',
  'prescription',
  'thyroid',
]);

export const HEALTH_TABLE = phraseTable<true>(
  WORDS.split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '' && (!MISLEADING.has(phrase) || SURE_ANYWAY.has(phrase)))
    .map((phrase) => [phrase, true as const]),
);
