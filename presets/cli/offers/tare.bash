# Completion of tare's command line in bash; the program itself knows what fits.

_tare() {
    local program=${1/#\~\//"$HOME"/} line=${COMP_LINE:0:COMP_POINT} words=() word rest i
    for ((i = 0; i <= COMP_CWORD; ++i)); do
        rest=${line#"${line%%[![:blank:]]*}"}
        word=${COMP_WORDS[i]}
        ((i < COMP_CWORD)) || word=$rest # without what stands behind the cursor
        if ((i == 0)) || [[ $line != "$rest" || -z $line ]]; then
            words+=("$word")
        else
            words[-1]+=$word # bash takes words apart at "=" and ":"
        fi
        line=${rest#"$word"}
    done

    local current=${words[-1]} before='' answer how candidate path
    [[ $current == [\"\']* ]] || before=${current%"${current##*[=:]}"}
    words=("${words[@]//[\"\'\\]/}")
    mapfile -t answer < <("$program" complete -- "${words[@]:1}" 2>/dev/null)
    how=" ${answer[0]} "
    COMPREPLY=()
    for candidate in "${answer[@]:1}"; do
        candidate=${candidate%%$'\t'*}
        candidate=${candidate#"$before"}
        case $current in # names come from outside: nothing of one may be run or expanded
        \'*) candidate=${candidate//\'/"'\\''"} ;;
        \"*) candidate=$(sed 's/[\\$`"]/\\&/g' <<<"$candidate") ;;
        *) printf -v candidate %q "$candidate" ;;
        esac
        COMPREPLY+=("$candidate")
    done
    [[ $how != *' stems '* ]] || compopt -o nospace
    [[ $how != *' list '* ]] || COMPREPLY+=(' ') # or bash would shorten what is typed

    [[ $how == *' folders '* || $how == *' files '* ]] || return
    compopt -o filenames
    while IFS= read -r path; do
        if [[ -d ${path/#\~\//"$HOME"/} || $how == *' files  '* || $how == *" .${path##*.} "* ]]; then
            COMPREPLY+=("$path")
        fi
    done < <(compgen -f -- "${current#"$before"}")
}

complete -F _tare tare
