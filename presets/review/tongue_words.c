#include "review/tongue_words.h"

/* Frequent words that say nothing of the subject. One that two languages share stands with both,
   and decides nothing between them. */
const TareTongue tare_tongues[] = {
    {"English",
     "the of and to in is it that for with as on at by this are was be from or an has have but not "
     "its "
     "which than a i no you we they can will also more very above below around near up down so if"},
    {"German", "der die das und ist von mit den dem ein eine nicht auf für im zu sich auch als es "
               "bei durch sehr aber werden wird oder über"},
    {"French",
     "le la les de des et est un une du en pour dans que qui sur avec au aux par plus pas "
     "sont ce cette mais très"},
    {"Spanish",
     "el la los las de y es un una en que del por con para se al no más como su son pero "
     "muy este esta"},
    {"Italian",
     "il la lo gli le di e è un una in che del della con per si non più come sono ma nei "
     "nel dei questo anche"},
    {"Portuguese",
     "o a os as de e é um uma em que do da dos das por com para se não mais como são mas "
     "muito no na"},
    {"Dutch",
     "de het een en van is in op te met voor dat niet zijn aan er ook als maar bij deze wordt "
     "door zeer"},
    {"Swedish",
     "och är en ett det som på av för med till den inte har om i de men från mycket vid"},
    {"Danish", "og er en et det som på af for med til den ikke har om i de men fra meget ved"},
    {"Norwegian", "og er en et det som på av for med til den ikke har om i de men fra veldig ved"},
    {"Finnish", "ja on ei se että ovat kuin mutta myös hyvin tai joka sen niin oli noin"},
    {"Polish", "i w z na jest się nie do że to są jak ale oraz przez dla od po bardzo przy"},
    {"Czech", "a je v na se že s z to jsou ale jako pro při od do po velmi nebo není"},
    {"Turkish", "ve bir bu için ile da de çok daha olarak gibi ama olan değil kadar var"},
    {"Indonesian", "yang dan di dengan untuk ini itu dari pada tidak adalah ke juga lebih karena"},
    {"Vietnamese", "và là của có không cho với các một được trong này rất nhưng những ở"},
};

const size_t tare_n_tongues = sizeof tare_tongues / sizeof *tare_tongues;
