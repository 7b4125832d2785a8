# How every target of the program is declared. One INTERFACE target carries the warnings; a library
# names what it may know in PUBLIC/PRIVATE, and the link lines are the layering.

add_library(rb_warnings INTERFACE)
target_compile_options(rb_warnings INTERFACE -Wall -Wextra -Wshadow -Wconversion)
# GCC 12 reports overlaps and overflows in std::string's operator+ that are not there (GCC bug 105651).
target_compile_options(rb_warnings INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
target_compile_options(rb_warnings INTERFACE "$<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overflow;-Wno-array-bounds>")
if(RB_WERROR)
    target_compile_options(rb_warnings INTERFACE -Werror)
endif()
target_compile_definitions(rb_warnings INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_URL_CAST_FROM_STRING)

# rb_library(core/text SOURCES … PUBLIC … PRIVATE …) makes rb_text and its alias rb::text.
function(rb_library folder)
    cmake_parse_arguments(ARG "QT" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    get_filename_component(name ${folder} NAME)
    add_library(rb_${name} STATIC ${ARG_SOURCES})
    add_library(rb::${name} ALIAS rb_${name})
    target_include_directories(rb_${name} PUBLIC ${CMAKE_SOURCE_DIR})
    target_link_libraries(rb_${name} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE} rb_warnings)
    if(ARG_QT)
        set_target_properties(rb_${name} PROPERTIES AUTOMOC ON)
    endif()
    # The JSON library alone takes several seconds to parse.
    if(folder MATCHES "core/(formats|exchange|checkpoint|evaluate)")
        target_precompile_headers(rb_${name} PRIVATE <nlohmann/json.hpp> <filesystem> <functional> <optional> <string> <vector>)
    endif()
endfunction()

# What nearly every test includes, parsed once: without it most of the time of a build goes into these headers.
function(rb_test_headers name)
    if(NOT TARGET ${name})
        file(WRITE ${CMAKE_BINARY_DIR}/${name}.cpp "")
        add_library(${name} STATIC ${CMAKE_BINARY_DIR}/${name}.cpp)
        target_link_libraries(${name} PRIVATE ${ARGN} Qt6::Test rb_warnings)
        target_compile_options(${name} PRIVATE -O0)
        target_precompile_headers(${name} PRIVATE <QTest> <QTemporaryDir> <QSignalSpy> <filesystem> <functional> <optional> <string> <vector>)
    endif()
endfunction()

# rb_test(test_wordpiece_tokenizer LABEL core SOURCES … LIBS …): one Qt Test program for one class.
# Labels: core (no display), nn, ui (offscreen), render (OpenGL under Xvfb), app (the built programs as a user runs them).
function(rb_test name)
    cmake_parse_arguments(ARG "" "LABEL;TIMEOUT" "SOURCES;LIBS" ${ARGN})
    if(NOT ARG_SOURCES)
        set(ARG_SOURCES ${name}.cpp)
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_compile_definitions(${name} PRIVATE RB_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data"
        RB_RESOURCES="${CMAKE_SOURCE_DIR}/resources" RB_PROGRAMS="${CMAKE_BINARY_DIR}/bin")
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR})
    # What is tested is optimised; optimising the tests costs more time than they would save.
    target_compile_options(${name} PRIVATE -O0)
    # Gui for all, because Qt's test headers look different with it, and the precompiled ones are shared.
    target_link_libraries(${name} PRIVATE ${ARG_LIBS} Qt6::Gui Qt6::Test rb_warnings)
    if(ARG_LIBS MATCHES "rb::(ui|viewer3d|cloud_workspace)")
        rb_test_headers(rb_ui_test_headers Qt6::Widgets)
        target_precompile_headers(rb_ui_test_headers PRIVATE <QApplication> <QDialog> <QLabel> <QPushButton>)
        target_precompile_headers(${name} REUSE_FROM rb_ui_test_headers)
    else()
        rb_test_headers(rb_core_test_headers Qt6::Gui)
        target_precompile_headers(${name} REUSE_FROM rb_core_test_headers)
    endif()
    # Nearly always empty: loading the headers would take longer than compiling it.
    set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/mocs_compilation.cpp PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
    if(ARG_LABEL STREQUAL "render")
        add_test(NAME ${name} COMMAND xvfb-run -a -s "-screen 0 1440x900x24" $<TARGET_FILE:${name}>)
    else()
        add_test(NAME ${name} COMMAND ${name})
    endif()
    set_tests_properties(${name} PROPERTIES LABELS ${ARG_LABEL} TIMEOUT ${ARG_TIMEOUT}
        ENVIRONMENT "OMP_WAIT_POLICY=PASSIVE;QT_QPA_PLATFORM=offscreen;XDG_RUNTIME_DIR=${CMAKE_BINARY_DIR}/runtime")
endfunction()

# A test of what needs OpenGL, on a display of its own without a graphics card.
function(rb_render_test name)
    rb_test(${name} LABEL render ${ARGN})
    set_property(TEST ${name} PROPERTY ENVIRONMENT
        "OMP_WAIT_POLICY=PASSIVE;QT_QPA_PLATFORM=xcb;LIBGL_ALWAYS_SOFTWARE=1;XDG_RUNTIME_DIR=${CMAKE_BINARY_DIR}/runtime")
    # Two servers that start at once may choose the same number.
    set_tests_properties(${name} PROPERTIES RESOURCE_LOCK display)
endfunction()
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/runtime)
file(CHMOD ${CMAKE_BINARY_DIR}/runtime PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
