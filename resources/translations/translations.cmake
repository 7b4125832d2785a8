# rb_add_translations(regionblip-studio) builds the translations of this folder into a program, where
# installTranslations() finds them (:/i18n). Without lrelease (Debian: qt6-l10n-tools) nothing is built in
# and the program speaks English. New texts come into the .ts files by
#   lupdate ui app -no-obsolete -locations none -ts resources/translations/regionblip_*.ts
find_program(RB_LRELEASE NAMES lrelease lrelease-qt6 HINTS /usr/lib/qt6/bin)
set(RB_TRANSLATIONS ${CMAKE_CURRENT_LIST_DIR})

function(rb_add_translations target)
    if(NOT RB_LRELEASE)
        message(STATUS "lrelease was not found: ${target} speaks English only.")
        return()
    endif()
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/i18n)
    file(MAKE_DIRECTORY ${folder})
    foreach(language de zh)
        set(source ${RB_TRANSLATIONS}/regionblip_${language}.ts)
        set(built ${folder}/regionblip_${language}.qm)
        add_custom_command(OUTPUT ${built} COMMAND ${RB_LRELEASE} -silent ${source} -qm ${built} DEPENDS ${source} VERBATIM)
        list(APPEND files ${built})
    endforeach()
    qt_add_resources(${target} translations PREFIX /i18n BASE ${folder} FILES ${files})
endfunction()
