# Completion of tare's command line in fish; the program itself knows what fits.

function __tare_complete
    set -l words (commandline -opc)
    set -l word (string unescape -- (commandline -ct); or commandline -ct | string trim -c '"\'')
    set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
    set -l answer (command $program complete -- $words[2..] "$word" 2>/dev/null)
    printf '%s\n' $answer[2..]
    set -l how (string split -n ' ' -- $answer[1])
    set -l before (string match -r '^-[^=]*=' -- $word; or echo)
    set -l path (string replace -r '^-[^=]*=' '' -- $word)
    if contains files $how
        set -l endings (string match '.*' -- $how)
        for found in (__fish_complete_path $path)
            set -l file (string split -f1 \t -- $found)
            if not set -q endings[1]; or string match -q '*/' -- $file
                or contains .(string split -r -m1 -f2 . -- $file) $endings
                echo $before$file
            end
        end
    else if contains folders $how
        __fish_complete_directories $path
    end
end

complete -c tare -f -a '(__tare_complete)'
